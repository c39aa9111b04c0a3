"""windows: screens, panels, dialogs"""
