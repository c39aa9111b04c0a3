"""players made of code: see a view, answer intents"""
