package ru.targetsms.files;

class JavaRoutesTest extends FilesToSmsTest {

    JavaRoutesTest() {
        super("java");
    }
}
