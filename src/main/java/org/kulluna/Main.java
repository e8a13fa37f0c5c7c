package org.kulluna;

import org.kulluna.launcher.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Spring, nothing else: the first word chooses how. Beans have whole names, so two rooms may use one word. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Main {
    public static void main(String[] args) {
        Launcher.launch(Main.class, args);
    }
}
