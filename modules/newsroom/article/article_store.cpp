#include "newsroom/article/article_store.hpp"

#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/sql.hpp"
#include "text/slug.hpp"

namespace caicach::newsroom
{
namespace
{

Article article_from(const database::Row& row)
{
    Article article{.id = row.id<ArticleId>("id"),
                    .code = row.string("code"),
                    .agency = row.id<organisation::AgencyId>("agency_id"),
                    .author = row.id<AccountId>("author_id"),
                    .section = row.string("section"),
                    .theme = row.id<ThemeId>("theme_id"),
                    .original = row.id<ArticleId>("original_id"),
                    .revision = static_cast<int>(row.integer("revision")),
                    .public_revision = static_cast<int>(row.integer("public_revision")),
                    .slug = row.string("slug"),
                    .sent_at = row.maybe_instant("sent_at"),
                    .publish_at = row.maybe_instant("publish_at"),
                    .published_at = row.maybe_instant("published_at"),
                    .reason = row.string("reason"),
                    .made_at = row.instant("made_at"),
                    .version = row.integer("version"),
                    .title = row.string("title")};
    const auto state = article_state_from(row.text("state"));
    const auto audience = audience_from(row.text("audience"));
    const auto language = language_from(row.text("language"));
    VERIFY(state && audience && language);
    article.state = *state;
    article.audience = *audience;
    article.language = *language;
    return article;
}

Revision revision_from(const database::Row& row)
{
    return {.number = static_cast<int>(row.integer("number")),
            .text = {.title = row.string("title"),
                     .summary = row.string("summary"),
                     .body = row.string("body"),
                     .source = row.string("source")},
            .made_at = row.instant("made_at"),
            .made_by = row.id<AccountId>("made_by"),
            .public_at = row.maybe_instant("public_at"),
            .note = row.string("note"),
            .is_of_board = row.boolean("by_board")};
}

/// The files that it lists and the pictures that it shows.
Result<std::vector<int>> carried_by(const ArticleText& text)
{
    const auto body = TRY(document::read_markdown(text.body));
    auto numbers = numbers_in(body);
    numbers.insert(numbers.end(), text.files.begin(), text.files.end());
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
    return numbers;
}

Result<Article> found_in(std::optional<Article> found)
{
    if (!found) return failure(Failure::not_found, "newsroom.article.not_found");
    return std::move(*found);
}

}  // namespace

Result<Article> ArticleStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::article_by_code, article_from, asked.value_or("")));
    return found_in(std::move(found));
}

Result<Article> ArticleStore::find(ArticleId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::article_by_id, article_from, id));
    return found_in(std::move(found));
}

Result<Article> ArticleStore::find_public(std::string_view slug)
{
    auto found = TRY(m_transaction.maybe_one(sql::article_by_slug, article_from, slug));
    return found_in(std::move(found));
}

Result<Revision> ArticleStore::revision(ArticleId id, int number)
{
    auto revision = TRY(m_transaction.one(sql::revision, revision_from, id, std::int64_t{number}));
    const auto files = TRY(ArticleFiles{m_transaction}.of_revision(id, number));
    for (const auto& one : files)
        if (!one.is_picture) revision.text.files.push_back(one.number);
    return revision;
}

Result<std::vector<Revision>> ArticleStore::revisions(ArticleId id)
{
    return m_transaction.all(sql::revisions_of, revision_from, id, limits::revisions_max);
}

Result<std::vector<Correction>> ArticleStore::corrections(ArticleId id)
{
    return m_transaction.all(
        sql::corrections_of,
        [](const database::Row& row) {
            return Correction{.at = row.instant("public_at"), .note = row.string("note")};
        },
        id);
}

Result<std::vector<Article>> ArticleStore::of_agency(organisation::AgencyId agency,
                                                     std::string_view state, ArticleId before,
                                                     int count)
{
    return m_transaction.all(sql::articles_of_agency, article_from, agency, before, state, count);
}

Result<std::vector<Article>> ArticleStore::in_state(ArticleState state, ArticleId before, int count)
{
    return m_transaction.all(sql::articles_in_state, article_from, key_of(state), before, count);
}

Result<std::vector<ArticleId>> ArticleStore::due(Instant now)
{
    return m_transaction.all(
        sql::due_articles, [](const database::Row& row) { return row.id<ArticleId>("id"); }, now,
        limits::due_at_once);
}

Result<void> ArticleStore::insert(Article& article, const ArticleText& text)
{
    article.id = make_id<ArticleId>();
    article.code = crypto::make_public_code();
    article.revision = 1;
    article.version = 1;
    TRY(m_transaction.change_one(sql::insert_article, article.id, article.code, article.agency,
                                 article.author, article.section, key_of(article.audience),
                                 key_of(article.language), article.made_at, article.theme,
                                 article.original));
    return add_revision(
        article,
        {.number = 1, .text = text, .made_at = article.made_at, .made_by = article.author});
}

Result<void> ArticleStore::add_revision(const Article& article, const Revision& revision)
{
    if (revision.number > limits::revisions_max)
        return failure(Failure::too_large, "newsroom.article.revisions", {},
                       {std::to_string(limits::revisions_max)});
    const auto& text = revision.text;
    TRY(m_transaction.change_one(sql::insert_revision, article.id, std::int64_t{revision.number},
                                 text.title, text.summary, text.body, text.source, revision.made_at,
                                 revision.made_by, revision.note, revision.is_of_board));
    const auto carried = TRY(carried_by(text));
    ArticleFiles files{m_transaction};
    for (const auto number : carried) TRY(files.carry(article.id, revision.number, number));
    return {};
}

Result<void> ArticleStore::save(const Article& article)
{
    return m_transaction.change_one(
        sql::save_article, article.id, article.version, article.section, key_of(article.audience),
        key_of(article.language), key_of(article.state), std::int64_t{article.revision},
        std::int64_t{article.public_revision}, article.slug, article.sent_at, article.publish_at,
        article.published_at, article.reason, article.theme);
}

Result<void> ArticleStore::remove(const Article& article)
{
    TRY(m_transaction.change(sql::delete_revisions, article.id));
    return m_transaction.change_one(sql::delete_article, article.id, article.version);
}

Result<void> ArticleStore::show(const Article& article, Instant at)
{
    TRY(m_transaction.change(sql::show_revision, article.id, std::int64_t{article.public_revision},
                             at));
    return {};
}

Result<std::string> ArticleStore::take_slug(const Article& article)
{
    auto plain = text::slug(article.title, limits::slug_length_max);
    if (plain.empty()) plain = "bai-viet";
    auto slug = plain;
    for (int number = 2; number <= limits::slugs_of_one_title_max; ++number) {
        const auto taken = TRY(m_transaction.maybe_one(
            sql::slug_taken,
            [](const database::Row& row) { return row.id<ArticleId>("article_id"); }, slug));
        if (!taken) break;
        slug = plain + "-" + std::to_string(number);
    }
    TRY(m_transaction.change_one(sql::insert_slug, slug, article.id));
    return slug;
}

}  // namespace caicach::newsroom
