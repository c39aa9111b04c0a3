"""PDF, Word and XLSX out; rosters and case sheets in"""
