// Holds the precompiled header that the unit tests share.
