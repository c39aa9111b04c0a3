"""how board and charts are drawn, on a widget or on paper"""
