"""what each screen and page says (plain view models, no Qt)"""
