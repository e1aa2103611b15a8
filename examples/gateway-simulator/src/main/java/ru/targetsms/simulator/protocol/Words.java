package ru.targetsms.simulator.protocol;

/** Holds every text the gateway answers with. */
public final class Words {

    public static final String SEND = "send";

    // A whole document refused: the family's own texts, without a full stop.
    public static final String NO_POST_DATA = "POST данные отсутствуют";
    public static final String MALFORMED = "Неправильный формат XML документа";
    public static final String BAD_CREDENTIALS = "Неправильный логин или пароль";
    public static final String ACCOUNT_BLOCKED = "Ваш аккаунт заблокирован";

    // One recipient or one message refused: the family's own texts.
    public static final String NO_PHONE = "Укажите номер телефона.";
    public static final String PHONE_TOO_LONG = "Номер телефона должен быть меньше 15 символов.";
    public static final String STOP_LIST = "Номер телефона присутствует в стоп-листе.";
    public static final String DIRECTION_CLOSED = "Данное направление закрыто.";
    public static final String NO_TEXT = "Нет текста сообщения.";
    public static final String NO_LINK = "Нет ссылки.";
    public static final String BAD_TIME = "Некорректный формат даты";
    public static final String ALREADY_SENT = "Данное сообщение уже было отправлено.";
    public static final String HELD = "Недостаточно средств для отправки SMS. "
            + "SMS будет отправлена как только вы пополните счет по данному направлению.";

    // The same, where the vendor's documents name no text: our own words.
    public static final String BAD_PHONE = "Неверный номер телефона.";
    public static final String BAD_CLIENT_ID = "Неверное значение client_id_message.";
    public static final String BAD_ORDER = "Порядок отправки должен быть числом от 0 до 9.";
    public static final String NO_CHANNEL = "Не выбрано направление отправки.";
    public static final String VIBER_TEXT_TOO_LONG = "Текст VIBER сообщения не должен превышать 1000 символов.";
    public static final String BUTTON_TEXT_TOO_LONG = "Текст кнопки не должен превышать 19 символов.";
    public static final String NO_BUTTON_TEXT = "Нет текста кнопки.";
    public static final String IMAGE_NEEDS_BUTTON = "Для изображения необходима кнопка.";
    public static final String BAD_VALIDITY = "Неверное время жизни VIBER сообщения.";
    public static final String BAD_FINALE = "Неверное значение finale_viber_read.";

    /** Stands for the state of an id nobody was ever given (R29). */
    public static final String UNKNOWN_ID = "Сообщение с таким ID не принималось";

    private Words() {}
}
