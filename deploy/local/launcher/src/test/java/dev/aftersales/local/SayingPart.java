package dev.aftersales.local;

/** A part that says which option it was given, and stays. */
final class SayingPart {

    private SayingPart() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(System.getProperty("said"));
        Thread.currentThread().join();
    }
}
