package ru.targetsms.files;

class YamlRoutesTest extends FilesToSmsTest {

    YamlRoutesTest() {
        super("yaml");
    }
}
