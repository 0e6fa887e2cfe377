package dev.aftersales.failpoints;

/** A program to put faults into: says each step that it takes. */
public final class Toy {

    private int steps;

    private Toy() {}

    public static void main(String[] arguments) {
        Toy toy = new Toy();
        for (int i = 1; i <= 3; i++) {
            System.out.println("result " + toy.step(i));
        }
        System.out.println("end");
    }

    private int step(int number) {
        System.out.println("step " + number);
        steps += number;
        return steps;
    }
}
