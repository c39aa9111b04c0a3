"""a case's folder -> checked rules data + words"""
