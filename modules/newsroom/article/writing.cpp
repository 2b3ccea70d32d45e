#include "newsroom/article/writing.hpp"

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "document/markdown.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "newsroom/article/article_facts.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/remark.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/article/theme.hpp"
#include "newsroom/permissions.hpp"
#include "newsroom/sql.hpp"
#include "text/text.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view object_type = "newsroom.article";

/// Those that the text names among them, each once.
std::vector<int> listed(const ArticleText& text, const document::Markdown& body,
                        std::span<const ArticleFile> files)
{
    auto wanted = numbers_in(body);
    wanted.insert(wanted.end(), text.files.begin(), text.files.end());
    std::vector<int> numbers;
    numbers.reserve(files.size());
    for (const auto& one : files)
        if (!one.is_picture && std::ranges::find(wanted, one.number) != wanted.end())
            numbers.push_back(one.number);
    return numbers;
}

json::Value said_of(const Article& article)
{
    return json::Value::object()
        .set("title", article.title)
        .set("section", article.section)
        .set("audience", key_of(article.audience))
        .set("language", key_of(article.language))
        .set("state", key_of(article.state))
        .set("revision", std::int64_t{article.revision});
}

Result<void> save(Context& context, database::Transaction& transaction, const Article& before,
                  const Article& after, std::string_view action)
{
    TRY(ArticleStore{transaction}.save(after));
    return context.record(transaction, action, object_type, after.id.value,
                          change_detail(said_of(before), said_of(after)));
}

void put(Article& article, const ArticlePlace& place)
{
    article.section = place.section;
    article.audience = place.audience;
    article.language = place.language;
    article.theme = place.theme;
}

/// One that has ended may stay where it stands already.
Result<void> check_theme(const Context& context, database::Transaction& transaction, ThemeId theme,
                         ThemeId before)
{
    if (!theme || theme == before) return {};
    const auto found = TRY(theme_by_id(transaction, theme));
    if (found.ends_on < context.today())
        return failure(Failure::invalid, "newsroom.theme.ended", "theme");
    return {};
}

/// A version leads to the first of all, says it in another language, and is of the same agency.
Result<ArticleId> original_of(database::Transaction& transaction, const ArticlePlace& place,
                              organisation::AgencyId agency)
{
    if (!place.original) return ArticleId{};
    const auto original = TRY(ArticleStore{transaction}.find(place.original));
    if (original.agency != agency) return failure(Failure::not_found, "newsroom.article.not_found");
    if (original.language == place.language)
        return failure(Failure::invalid, "newsroom.article.same_language", "language");
    return original.original ? original.original : original.id;
}

}  // namespace

Held held_for(const Context& context, const Article& article)
{
    const auto scope = organisation::scope_of(article.agency);
    return {.writes = context.may(write_articles, scope),
            .edits = context.may(edit_articles, scope),
            .publishes = context.may(publish_articles, scope),
            .is_author = context.actor().account == article.author};
}

Result<ArticleText> settled_text(const Context& context, ArticleText text,
                                 std::span<const ArticleFile> files)
{
    const auto today = context.today();
    if (attachment::names_secret(text.title, today))
        return failure(Failure::invalid, "newsroom.article.secret", "title");
    const auto read = document::read_markdown(text.body);
    if (!read) {
        auto error = read.error();
        error.field = "body";
        return tl::unexpected<Error>(std::move(error));
    }
    TRY(check_references(*read, files));
    text.files = listed(text, *read, files);
    return text;
}

Result<Article> draft_article(Context& context, database::Transaction& transaction,
                              organisation::AgencyId agency, const ArticlePlace& place,
                              ArticleText text)
{
    TRY(context.require(write_articles, organisation::scope_of(agency)));
    TRY(section_by_key(place.section, context.today()));
    TRY(check_theme(context, transaction, place.theme, {}));
    const auto original = TRY(original_of(transaction, place, agency));
    text = TRY(settled_text(context, std::move(text), {}));
    Article article{.agency = agency,
                    .author = context.actor().account,
                    .original = original,
                    .state = ArticleState::draft,
                    .made_at = context.now(),
                    .title = text.title};
    put(article, place);
    TRY(ArticleStore{transaction}.insert(article, text));
    TRY(context.record(transaction, "newsroom.article.drafted", object_type, article.id.value,
                       beginning_detail(said_of(article))));
    return article;
}

Result<Article> change_article(Context& context, database::Transaction& transaction,
                               Article article, const ArticlePlace& place, ArticleText text)
{
    TRY(require_act(article, held_for(context, article), Act::edit));
    TRY(section_by_key(place.section, context.today()));
    TRY(check_theme(context, transaction, place.theme, article.theme));
    const auto files = TRY(ArticleFiles{transaction}.of_article(article.id));
    text = TRY(settled_text(context, std::move(text), files));
    ArticleStore store{transaction};
    const auto before = article;
    const auto known = TRY(store.revision(article.id, article.revision));
    if (known.text != text) {
        ++article.revision;
        TRY(store.add_revision(article, {.number = article.revision,
                                         .text = text,
                                         .made_at = context.now(),
                                         .made_by = context.actor().account,
                                         .is_of_board = article.state == ArticleState::submitted}));
    }
    article.title = text.title;
    put(article, place);
    TRY(save(context, transaction, before, article, "newsroom.article.changed"));
    ++article.version;
    return article;
}

Result<void> discard_article(Context& context, database::Transaction& transaction,
                             const Article& article)
{
    TRY(require_act(article, held_for(context, article), Act::discard));
    TRY(take_sending_back(context, transaction, article));
    TRY(transaction.change(sql::delete_remarks, article.id));
    TRY(drop_files(context, transaction, article.id));
    TRY(ArticleStore{transaction}.remove(article));
    return context.record(transaction, "newsroom.article.discarded", object_type, article.id.value,
                          ending_detail(said_of(article)));
}

Result<void> submit_article(Context& context, database::Transaction& transaction, Article article)
{
    TRY(require_act(article, held_for(context, article), Act::submit));
    const auto text = TRY(ArticleStore{transaction}.revision(article.id, article.revision)).text;
    if (text::trim(text.body).empty())
        return failure(Failure::invalid, "newsroom.article.empty", "body");
    const auto before = article;
    article.state = ArticleState::submitted;
    article.reason.clear();
    // The agency did its part on that day, however often the text came back.
    if (!article.sent_at) article.sent_at = context.now();
    TRY(record_sending(context, transaction, article));
    return save(context, transaction, before, article, "newsroom.article.submitted");
}

Result<void> take_back_article(Context& context, database::Transaction& transaction,
                               Article article)
{
    TRY(require_act(article, held_for(context, article), Act::take_back));
    const auto before = article;
    article.state = ArticleState::draft;
    // What the board answered was with it on that day; what it never looked at was not sent.
    const auto remarks = TRY(remarks_of(transaction, article.id));
    if (std::ranges::none_of(remarks, &Remark::is_of_board)) {
        TRY(take_sending_back(context, transaction, article));
        article.sent_at.reset();
    }
    return save(context, transaction, before, article, "newsroom.article.taken_back");
}

Result<void> send_back_article(Context& context, database::Transaction& transaction,
                               Article article, std::string reason)
{
    TRY(require_act(article, held_for(context, article), Act::send_back));
    if (reason.empty()) return failure(Failure::invalid, "newsroom.article.reason", "reason");
    const auto before = article;
    article.state = ArticleState::returned;
    article.publish_at.reset();
    article.reason = std::move(reason);
    // The reason of today is gone with the next sending; what was said stays.
    TRY(keep_remark(context, transaction, article, article.reason, true));
    return save(context, transaction, before, article, "newsroom.article.sent_back");
}

Result<void> hold_article(Context& context, database::Transaction& transaction, Article article)
{
    TRY(require_act(article, held_for(context, article), Act::hold));
    const auto before = article;
    article.state = ArticleState::submitted;
    article.publish_at.reset();
    return save(context, transaction, before, article, "newsroom.article.held");
}

}  // namespace caicach::newsroom
