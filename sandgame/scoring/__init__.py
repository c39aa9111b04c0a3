"""a log and its worths -> marks, each citing its evidence"""
