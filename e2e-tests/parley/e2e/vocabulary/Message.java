package parley.e2e.vocabulary;

import java.util.Map;

/** A message as a tab shows it. */
public record Message(String id, String author, String text, boolean mine, boolean pending, boolean failed) {

    static final String READ_ALL = """
            return [...document.querySelectorAll('[role=log][aria-label=Messages] article')].map(article => ({
                id: article.id,
                author: article.querySelector('.author')?.textContent.trim() ?? '',
                text: article.querySelector('.body').innerText,
                mine: article.classList.contains('mine'),
                pending: article.classList.contains('pending'),
                failed: article.classList.contains('failed'),
            }))
            """;

    static Message from(Map<?, ?> read) {
        return new Message(
                (String) read.get("id"),
                (String) read.get("author"),
                (String) read.get("text"),
                (Boolean) read.get("mine"),
                (Boolean) read.get("pending"),
                (Boolean) read.get("failed"));
    }
}
