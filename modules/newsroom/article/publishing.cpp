#include "newsroom/article/publishing.hpp"

#include <utility>
#include <vector>

#include "calendar/date.hpp"
#include "document/markdown.hpp"
#include "jobs/jobs.hpp"
#include "newsroom/article/article_facts.hpp"
#include "newsroom/article/article_files.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/portal/portal_state.hpp"
#include "search/search.hpp"
#include "text/text.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view object_type = "newsroom.article";
constexpr std::string_view publish_job = "newsroom.publish";
constexpr std::string_view index = "newsroom_search";

/// Words of the public text, so that the search finds what readers see.
Result<void> put_into_search(database::Transaction& transaction, const Article& article,
                             const ArticleText& text)
{
    const auto body = TRY(document::read_markdown(text.body));
    return search::put(transaction, index, article.id.value, text.title,
                       text.summary + "\n" + document::plain_text(body));
}

/// Whoever approved it, now is its hour.
Result<void> publish(Context& context, database::Transaction& transaction, Article article)
{
    ArticleStore store{transaction};
    const auto text = TRY(store.revision(article.id, article.revision)).text;
    if (article.slug.empty()) article.slug = TRY(store.take_slug(article));
    article.state = ArticleState::published;
    article.public_revision = article.revision;
    article.publish_at.reset();
    article.published_at = context.now();
    TRY(store.save(article));
    TRY(store.show(article, context.now()));
    TRY(put_into_search(transaction, article, text));
    TRY(mark_portal_changed(transaction, context.now()));
    TRY(record_publication(context, transaction, article));
    return context.record(transaction, "newsroom.article.published", object_type, article.id.value);
}

Result<void> schedule(Context& context, database::Transaction& transaction, const Article& article)
{
    TRY(jobs::enqueue(
        transaction, publish_job, {},
        {.now = context.now(),
         .run_at = article.publish_at,
         .key = std::to_string(article.id.value) + "." + std::to_string(article.version)}));
    return {};
}

/// One article a transaction: what cannot be published keeps no other from its readers.
Result<void> publish_due(Context& context, ArticleId id)
{
    auto transaction = TRY(context.begin());
    const auto article = TRY(ArticleStore{transaction}.find(id));
    const bool is_due = article.state == ArticleState::approved && article.publish_at &&
                        *article.publish_at <= context.now();
    if (!is_due) return {};
    TRY(publish(context, transaction, article));
    return transaction.commit();
}

Result<std::vector<ArticleId>> due_now(Context& context)
{
    auto transaction = TRY(context.read());
    return ArticleStore{transaction}.due(context.now());
}

Result<void> run_publish_job(Context& context, jobs::JobContext& job)
{
    const auto due = TRY(due_now(context));
    for (const auto id : due) {
        if (job.is_cancelled()) return {};
        TRY(publish_due(context, id));
    }
    return {};
}

}  // namespace

Result<void> approve_article(Context& context, database::Transaction& transaction, Article article,
                             std::optional<Instant> publish_at)
{
    TRY(require_act(article, held_for(context, article), Act::approve));
    if (!publish_at) {
        TRY(context.record(transaction, "newsroom.article.approved", object_type,
                           article.id.value));
        return publish(context, transaction, std::move(article));
    }
    const auto now = context.now();
    constexpr std::int64_t day_seconds = 86'400;
    if (*publish_at <= now || now + limits::days_ahead_max * day_seconds < *publish_at)
        return failure(Failure::invalid, "newsroom.article.hour", "publish_on",
                       {std::to_string(limits::days_ahead_max)});
    article.state = ArticleState::approved;
    article.publish_at = publish_at;
    TRY(ArticleStore{transaction}.save(article));
    TRY(context.record(transaction, "newsroom.article.approved", object_type, article.id.value));
    return schedule(context, transaction, article);
}

Result<void> correct_article(Context& context, database::Transaction& transaction, Article article,
                             ArticleText text, std::string note)
{
    TRY(require_act(article, held_for(context, article), Act::correct));
    if (note.empty()) return failure(Failure::invalid, "newsroom.article.note", "note");
    const auto files = TRY(ArticleFiles{transaction}.of_article(article.id));
    text = TRY(settled_text(context, std::move(text), files));
    if (text::trim(text.body).empty())
        return failure(Failure::invalid, "newsroom.article.empty", "body");
    ArticleStore store{transaction};
    ++article.revision;
    article.public_revision = article.revision;
    TRY(store.add_revision(article, {.number = article.revision,
                                     .text = text,
                                     .made_at = context.now(),
                                     .made_by = context.actor().account,
                                     .note = std::move(note),
                                     .is_of_board = true}));
    TRY(store.save(article));
    TRY(store.show(article, context.now()));
    TRY(put_into_search(transaction, article, text));
    TRY(mark_portal_changed(transaction, context.now()));
    return context.record(transaction, "newsroom.article.corrected", object_type, article.id.value);
}

Result<void> withdraw_article(Context& context, database::Transaction& transaction, Article article,
                              std::string reason)
{
    TRY(require_act(article, held_for(context, article), Act::withdraw));
    if (reason.empty()) return failure(Failure::invalid, "newsroom.article.reason", "reason");
    article.state = ArticleState::withdrawn;
    article.reason = std::move(reason);
    TRY(ArticleStore{transaction}.save(article));
    TRY(search::remove(transaction, index, article.id.value));
    TRY(mark_portal_changed(transaction, context.now()));
    return context.record(transaction, "newsroom.article.withdrawn", object_type, article.id.value);
}

void add_publishing(Module& module) { module.job(publish_job, {}, run_publish_job); }

}  // namespace caicach::newsroom
