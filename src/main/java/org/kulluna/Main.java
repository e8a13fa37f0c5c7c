package org.kulluna;

import org.kulluna.launcher.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Spring, nothing else: the first word chooses how. */
@SpringBootApplication
public class Main {
    public static void main(String[] args) {
        Launcher.launch(Main.class, args);
    }
}
