"""Pictures as users have them, on their way to the network's canvas."""
