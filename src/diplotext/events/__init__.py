"""From event mentions to events: who takes part, where, when, and which mentions are one event."""
