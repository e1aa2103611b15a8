package ru.targetsms.simulator.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import ru.targetsms.simulator.protocol.Credentials;
import ru.targetsms.simulator.protocol.DocumentRefused;
import ru.targetsms.simulator.protocol.Words;

/** Lets accounts in, by login and password (R5) or by a Bearer token (R32). Thread safe. */
public final class Accounts {

    private static final String BEARER = "Bearer ";

    private final Map<String, Account> byLogin = new ConcurrentHashMap<>();

    public Accounts(List<Account> accounts) {
        accounts.forEach(account -> byLogin.put(account.login(), account));
    }

    /**
     * Returns the account that sent a document.
     *
     * @param security what the document says, null when it says nothing
     * @param authorization the request's header, null when it is missing
     * @throws DocumentRefused when nobody is named, both ways are used at once, the secret is wrong, or the account is
     *     blocked
     */
    Account admit(Credentials security, String authorization) throws DocumentRefused {
        if (security != null && authorization != null) {
            throw DocumentRefused.malformed();
        }
        Account account = find(security, authorization).orElseThrow(() -> new DocumentRefused(Words.BAD_CREDENTIALS));
        if (account.blocked()) {
            throw new DocumentRefused(Words.ACCOUNT_BLOCKED);
        }
        return account;
    }

    private Optional<Account> find(Credentials security, String authorization) {
        if (security != null) {
            return Optional.ofNullable(byLogin.get(security.login()))
                    .filter(account -> account.password().equals(security.password()));
        }
        if (authorization != null && authorization.startsWith(BEARER)) {
            Predicate<Account> bears =
                    account -> authorization.substring(BEARER.length()).equals(account.token());
            return byLogin.values().stream().filter(bears).findFirst();
        }
        return Optional.empty();
    }

    /**
     * Blocks an account, or lets it in again.
     *
     * @throws IllegalArgumentException when there is no such account
     */
    public void block(String login, boolean blocked) {
        if (byLogin.computeIfPresent(login, (key, account) -> account.withBlocked(blocked)) == null) {
            throw new IllegalArgumentException("No account has this login");
        }
    }
}
