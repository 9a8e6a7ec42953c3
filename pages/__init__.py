"""The screens: they draw, the engine decides."""
