package dev.aftersales.testing.bad.claims.util;

class Strings {}
