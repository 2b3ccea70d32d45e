#include "newsroom/desk/article_handlers.hpp"

#include <algorithm>
#include <utility>

#include "calendar/moment.hpp"
#include "newsroom/article/article_store.hpp"
#include "newsroom/article/hints.hpp"
#include "newsroom/article/publishing.hpp"
#include "newsroom/article/remark.hpp"
#include "newsroom/article/section.hpp"
#include "newsroom/article/theme.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/desk/article_access.hpp"
#include "newsroom/desk/article_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"
#include "newsroom/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::newsroom
{
namespace
{

/// At the desk they are looked at under their codes: no reader has them yet.
Result<void> fill_files(database::Transaction& transaction, ArticlePage& page)
{
    const auto files = TRY(ArticleFiles{transaction}.of_article(page.article.id));
    page.files = TRY(listed_files(transaction, files));
    lead_to_files(page.body, files, [&](const ArticleFile& file) {
        const auto found = std::ranges::find_if(
            page.files, [&](const ListedFile& one) { return one.file.number == file.number; });
        return attachment::download_path(found->stored);
    });
    return {};
}

Result<http::Response> page_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, http::Form form, web::Fault fault)
{
    ArticlePage page{.form = std::move(form), .fault = std::move(fault)};
    page.article = TRY(readable_in(context, transaction, request));
    const auto& article = page.article;
    const auto today = context.today();
    ArticleStore store{transaction};
    page.text = TRY(store.revision(article.id, article.revision));
    page.body = TRY(document::read_markdown(page.text.text.body));
    TRY(fill_files(transaction, page));
    page.hints = TRY(hints_for(page.text.text, page.body, today));
    const auto agency = TRY(organisation::agency_by_id(transaction, article.agency, today));
    page.agency = agency.name;
    const auto sections = TRY(sections_on(today));
    page.section = std::string(section_text(sections, article.section));
    const auto held = held_for(context, article);
    page.acts = acts(article, held);
    page.is_own = held.is_author;
    page.may_write = held.writes;
    if (article.theme) page.theme = TRY(theme_by_id(transaction, article.theme)).name;
    page.revisions = TRY(store.revisions(article.id));
    for (const auto& one : page.revisions) {
        auto maker = TRY(name_of(transaction, one.made_by));
        page.makers.push_back(std::move(maker));
    }
    page.remarks = TRY(remarks_of(transaction, article.id));
    for (const auto& one : page.remarks) {
        auto remarker = TRY(name_of(transaction, one.made_by));
        page.remarkers.push_back(std::move(remarker));
    }
    return article_page(context, page);
}

Result<http::Response> show_article(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, {}, {});
}

/// What a form does to an article.
using Deed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                              const Article&);

Result<std::string> done_by(Context& context, const http::Request& request, Deed deed)
{
    auto transaction = TRY(context.begin());
    auto article = TRY(readable_in(context, transaction, request));
    article.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, article));
    TRY(transaction.commit());
    return article_path(article.code);
}

Result<http::Response> change(Context& context, const http::Request& request, Deed deed,
                              std::string_view told)
{
    const auto path = done_by(context, request, deed);
    if (path) return web::redirect_with(*path, told);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, http::Form(request),
                     web::fault_of(context, path.error()));
}

Result<void> submit_deed(Context& context, database::Transaction& transaction,
                         const http::Request& /*request*/, const Article& article)
{
    return submit_article(context, transaction, article);
}

Result<void> take_back_deed(Context& context, database::Transaction& transaction,
                            const http::Request& /*request*/, const Article& article)
{
    return take_back_article(context, transaction, article);
}

Result<void> hold_deed(Context& context, database::Transaction& transaction,
                       const http::Request& /*request*/, const Article& article)
{
    return hold_article(context, transaction, article);
}

Result<void> send_back_deed(Context& context, database::Transaction& transaction,
                            const http::Request& request, const Article& article)
{
    auto reason = TRY(request.paragraphs("reason", limits::note_length_max));
    return send_back_article(context, transaction, article, std::move(reason));
}

Result<void> withdraw_deed(Context& context, database::Transaction& transaction,
                           const http::Request& request, const Article& article)
{
    auto reason = TRY(request.paragraphs("reason", limits::note_length_max));
    return withdraw_article(context, transaction, article, std::move(reason));
}

Result<void> approve_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, const Article& article)
{
    constexpr int usual_hour = 8;
    constexpr int hour_minutes = 60;
    const auto day = TRY(request.maybe_date("publish_on"));
    const auto hour = TRY(request.maybe_integer("publish_hour", {.lowest = 0, .highest = 23}));
    if (!day) return approve_article(context, transaction, article, std::nullopt);
    const auto minute = static_cast<int>(hour.value_or(usual_hour)) * hour_minutes;
    return approve_article(context, transaction, article, instant_at(*day, minute));
}

Result<http::Response> post_submission(Context& context, const http::Request& request)
{
    return change(context, request, submit_deed, "newsroom.article.was_submitted");
}

Result<http::Response> post_take_back(Context& context, const http::Request& request)
{
    return change(context, request, take_back_deed, "newsroom.article.was_taken_back");
}

Result<http::Response> post_hold(Context& context, const http::Request& request)
{
    return change(context, request, hold_deed, "newsroom.article.was_held");
}

Result<http::Response> post_return(Context& context, const http::Request& request)
{
    return change(context, request, send_back_deed, "newsroom.article.was_sent_back");
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    return change(context, request, withdraw_deed, "newsroom.article.was_withdrawn");
}

Result<http::Response> post_approval(Context& context, const http::Request& request)
{
    return change(context, request, approve_deed, "newsroom.article.was_approved");
}

/// It changes nothing of the article: no version to ask for.
Result<std::string> remarked(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto article = TRY(readable_in(context, transaction, request));
    const auto text = TRY(request.paragraphs("remark", limits::note_length_max));
    TRY(remark(context, transaction, article, text));
    TRY(transaction.commit());
    return article_path(article.code) + "#y-kien";
}

Result<http::Response> post_remark(Context& context, const http::Request& request)
{
    const auto path = remarked(context, request);
    if (path) return web::redirect_with(*path, "newsroom.remark.made");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return page_with(context, transaction, request, http::Form(request),
                     web::fault_of(context, path.error()));
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto article = TRY(readable_in(context, transaction, request));
    article.version = TRY(request.integer("version"));
    TRY(discard_article(context, transaction, article));
    TRY(transaction.commit());
    return web::redirect_with(desk_path(), "newsroom.article.was_discarded");
}

Result<std::optional<AuditedPage>> page_of_article(database::Transaction& transaction,
                                                   std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::article_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"),
                               .path = article_path(row.text("code"))};
        },
        object);
}

void add_audits(Module& module)
{
    module.audits({"newsroom.article.drafted", "viết tin, bài"});
    module.audits({"newsroom.article.changed", "sửa tin, bài"});
    module.audits({"newsroom.article.discarded", "bỏ tin, bài chưa đăng"});
    module.audits({"newsroom.article.submitted", "gửi tin, bài đến ban biên tập"});
    module.audits({"newsroom.article.taken_back", "lấy lại tin, bài đã gửi"});
    module.audits({"newsroom.article.sent_back", "trả lại tin, bài"});
    module.audits({"newsroom.article.approved", "duyệt tin, bài"});
    module.audits({"newsroom.article.held", "hoãn đăng tin, bài đã duyệt"});
    module.audits({"newsroom.article.published", "đăng tin, bài"});
    module.audits({"newsroom.article.corrected", "đính chính tin, bài"});
    module.audits({"newsroom.article.withdrawn", "gỡ tin, bài"});
    module.audits({"newsroom.article.remarked", "ghi ý kiến về tin, bài"});
    module.audits_about({"newsroom.article", "tin, bài", page_of_article});
}

}  // namespace

void add_articles(Module& module)
{
    const auto writers = http::Access::holder_of(write_articles.key);
    const auto editors = http::Access::holder_of(edit_articles.key);
    const auto publishers = http::Access::holder_of(publish_articles.key);
    for (const auto* permission : {&write_articles, &edit_articles, &publish_articles})
        module.permission(*permission);
    module.get("/toa-soan/{article}", http::Access::signed_in, show_article);
    module.post("/toa-soan/{article}/y-kien", http::Access::signed_in, post_remark);
    module.post("/toa-soan/{article}/gui", writers, post_submission);
    module.post("/toa-soan/{article}/lay-lai", writers, post_take_back);
    module.post("/toa-soan/{article}/bo", writers, post_discarding);
    module.post("/toa-soan/{article}/tra-lai", editors, post_return);
    module.post("/toa-soan/{article}/hoan", editors, post_hold);
    module.post("/toa-soan/{article}/duyet", publishers, post_approval);
    module.post("/toa-soan/{article}/go", publishers, post_withdrawal);
    add_audits(module);
}

}  // namespace caicach::newsroom
