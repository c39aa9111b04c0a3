"""The widget kit: painted, keyboard-operable parts without words of their own; all texts come in from outside.

themed: current_look, Themed · theme: apply_look · labels: Label, Icon · cards: Card, PanelHeader, EmptyState,
Divider, column, row · buttons: PrimaryButton, SecondaryButton, FlatButton, LinkButton, DestructiveButton, BarButton ·
stepper: Stepper · segmented: SegmentedAnswer, Segmented · tabs: TabStrip · tag: Tag, KeyCap, Meter, TurnPips,
CheckItem · switch: Switch · radio_card: RadioCard · rating: RatingRow, AllThree · pills: Pill, PillChoice · toast:
Toasts · dialog: Dialog, Choice, ask · coach: CoachBubble · badge_widget: BadgeWidget · hours: BlocksWidget, Tray ·
balances: HeaderBalance, PlanBalance · bonus_bar: BonusBar · board_widget: BoardWidget · sign_bar: SignBar · top_bar:
PhaseSteps, WeekDots, TopBar · ledger_row: LedgerRowWidget · fields: TextField, CodeField, FaultLine · banner: Banner
· tips: term_tip · mark: Mark, mark_icon
"""
