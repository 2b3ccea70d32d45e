#include "newsroom/desk/article_form_handlers.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/publishing.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/desk/article_file_handlers.hpp"
#include "newsroom/desk/article_form_views.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view purpose = "newsroom.article";

/// Those that are open, and the one that the article stands in already.
Result<void> fill_themes(database::Transaction& transaction, Date today, ArticleFormPage& page)
{
    page.themes = TRY(open_themes(transaction, today));
    if (!page.article || !page.article->theme) return {};
    const auto own = page.article->theme;
    if (std::ranges::find(page.themes, own, &Theme::id) != page.themes.end()) return {};
    auto ended = TRY(theme_by_id(transaction, own));
    page.themes.push_back(std::move(ended));
    return {};
}

Result<http::Response> form_with(Context& context, database::Transaction& transaction,
                                 ArticleFormPage page)
{
    const auto today = context.today();
    page.sections = TRY(sections_on(today));
    TRY(fill_themes(transaction, today, page));
    page.agencies = TRY(organisation::agencies_on(transaction, today));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(write_articles, organisation::scope_of(one.id));
    });
    page.taken_keys = TRY(once::last_keys(transaction, purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    if (page.article) {
        const auto files = TRY(ArticleFiles{transaction}.of_article(page.article->id));
        page.files = TRY(listed_files(transaction, files));
    }
    return article_form_page(context, page);
}

/// Where the person may write.
Result<organisation::AgencySummary> agency_in(const Context& context,
                                              database::Transaction& transaction,
                                              std::string_view code)
{
    auto agency = TRY(organisation::agency_asked(context, transaction, code));
    TRY(context.require(write_articles, organisation::scope_of(agency.id)));
    return agency;
}

/// The form of a version in the other language, for the same readers.
Result<void> begin_version(const Context& context, database::Transaction& transaction,
                           std::string_view code, ArticleFormPage& page)
{
    const auto original = TRY(ArticleStore{transaction}.find(code));
    TRY(context.require(write_articles, organisation::scope_of(original.agency)));
    page.agency = TRY(organisation::agency_by_id(transaction, original.agency, context.today()));
    const auto language = original.language == Language::vi ? Language::en : Language::vi;
    page.form.set("original", original.code);
    page.form.set("section", original.section);
    page.form.set("audience", std::string(key_of(original.audience)));
    page.form.set("language", std::string(key_of(language)));
    return {};
}

Result<http::Response> show_new(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ArticleFormPage page;
    page.agency = TRY(agency_in(context, transaction, request.query("co-quan").value_or("")));
    page.form.set("section", "activity");
    page.form.set("audience", std::string(key_of(Audience::everyone)));
    page.form.set("language", std::string(key_of(Language::vi)));
    if (const auto code = request.query("ban-goc").value_or(""); !code.empty())
        TRY(begin_version(context, transaction, code, page));
    return form_with(context, transaction, std::move(page));
}

ArticleText text_in(const http::Request& request, http::Form& form)
{
    ArticleText text;
    text.title = form.take(request.text("title", limits::title_length_max));
    text.summary = form.take(request.paragraphs("summary", limits::summary_length_max));
    text.body = form.take(request.paragraphs("body", limits::body_length_max));
    text.source = form.take(request.maybe_text("source", limits::source_length_max)).value_or("");
    text.files = ticked_in(request);
    return text;
}

ArticlePlace place_in(const http::Request& request, http::Form& form)
{
    ArticlePlace place;
    place.section = form.take(request.text("section"));
    const auto audience = audience_from(request.raw("audience"));
    const auto language = language_from(request.raw("language"));
    if (!audience)
        form.add(
            {.kind = Failure::invalid, .key = "newsroom.article.audience", .field = "audience"});
    if (!language)
        form.add(
            {.kind = Failure::invalid, .key = "newsroom.article.language", .field = "language"});
    place.audience = audience.value_or(Audience::everyone);
    place.language = language.value_or(Language::vi);
    return place;
}

/// By the code that the form chose; none where it chose none.
Result<ThemeId> theme_in(database::Transaction& transaction, const http::Request& request)
{
    const auto code = request.raw("theme");
    if (code.empty()) return ThemeId{};
    return TRY(theme_by_code(transaction, code)).id;
}

/// The article that a new one says in another language.
Result<ArticleId> original_in(database::Transaction& transaction, const http::Request& request)
{
    const auto code = request.raw("original");
    if (code.empty()) return ArticleId{};
    return TRY(ArticleStore{transaction}.find(code)).id;
}

Result<void> first_error_of(const http::Form& form)
{
    if (!form.has_errors()) return {};
    return tl::unexpected<Error>(form.errors().front());
}

/// Where the form leads: back to itself where it brought a file, to put it into the text.
std::string path_after(const Article& article, bool brought_file)
{
    return brought_file ? article_path(article.code, "sua") + "#tep" : article_path(article.code);
}

struct Saved {
    std::string path{};
    bool brought_file{};
};
std::string_view told_of(const Saved& saved, std::string_view otherwise)
{
    return saved.brought_file ? "newsroom.file.added" : otherwise;
}

/// The path of the article that the form made.
Result<Saved> drafted(Context& context, const http::Request& request)
{
    const auto kept = TRY(file_in(context, request));
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_in(context, transaction, request.raw("agency")));
    http::Form form{request};
    auto place = place_in(request, form);
    const auto text = text_in(request, form);
    TRY(first_error_of(form));
    place.theme = TRY(theme_in(transaction, request));
    place.original = TRY(original_in(transaction, request));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{
        .purpose = std::string{purpose},
        .owner = context.actor().account.value,
        .key = std::move(key),
        .content_sha256 = once::content_of({agency.code, place.section, key_of(place.audience),
                                            key_of(place.language), text.title, text.summary,
                                            text.body, text.source, kept ? kept->sha256 : "",
                                            request.raw("theme"), request.raw("original")})};
    const auto draft = [&]() -> Result<std::string> {
        const auto article = TRY(draft_article(context, transaction, agency.id, place, text));
        if (!kept) return path_after(article, false);
        const auto file = TRY(bring_from(context, transaction, request, article, *kept));
        if (!file.is_picture)
            TRY(ArticleFiles{transaction}.carry(article.id, article.revision, file.number));
        return path_after(article, true);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), draft));
    TRY(transaction.commit());
    return Saved{.path = std::move(path), .brought_file = kept.has_value()};
}

Result<http::Response> post_new(Context& context, const http::Request& request)
{
    const auto saved = drafted(context, request);
    if (saved)
        return web::redirect_with(saved->path, told_of(*saved, "newsroom.article.was_drafted"));
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(saved.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    ArticleFormPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    page.agency = TRY(agency_in(context, transaction, request.raw("agency")));
    // What was sent under that key stands: the same form means another article from now on.
    if (error.key != "once.sent_before") page.key = key;
    return form_with(context, transaction, std::move(page));
}

/// An article that the person may do this to.
Result<Article> article_for(const Context& context, database::Transaction& transaction,
                            const http::Request& request, Act act)
{
    const auto code = TRY(request.path<std::string>("article"));
    auto article = TRY(ArticleStore{transaction}.find(code));
    TRY(require_act(article, held_for(context, article), act));
    return article;
}

Result<http::Response> edit_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, Act act, http::Form form,
                                 web::Fault fault, std::span<const int> ticked = {})
{
    ArticleFormPage page{.form = std::move(form), .fault = std::move(fault)};
    const auto article = TRY(article_for(context, transaction, request, act));
    page.is_correction = act == Act::correct;
    page.agency = TRY(organisation::agency_by_id(transaction, article.agency, context.today()));
    if (page.form.values().empty()) {
        const auto text =
            TRY(ArticleStore{transaction}.revision(article.id, article.revision)).text;
        page.form.set("section", article.section);
        page.form.set("audience", std::string(key_of(article.audience)));
        page.form.set("language", std::string(key_of(article.language)));
        if (article.theme) {
            const auto theme = TRY(theme_by_id(transaction, article.theme));
            page.form.set("theme", theme.code);
        }
        page.form.set("title", text.title);
        page.form.set("summary", text.summary);
        page.form.set("body", text.body);
        page.form.set("source", text.source);
        page.form.set("version", std::to_string(article.version));
        page.ticked = text.files;
    } else {
        page.ticked.insert(page.ticked.end(), ticked.begin(), ticked.end());
    }
    page.article = article;
    return form_with(context, transaction, std::move(page));
}

Result<http::Response> show_edit(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, Act::edit, {}, {});
}

Result<http::Response> show_correction(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, Act::correct, {}, {});
}

/// What the form brings, where the person may do this to the article at all.
Result<std::optional<attachment::KeptFile>> file_for(Context& context, const http::Request& request,
                                                     Act act)
{
    {
        auto reading = TRY(context.read());
        TRY(article_for(context, reading, request, act));
    }
    return file_in(context, request);
}

/// A file goes along from now on; a picture does where the text shows it.
Result<void> bring_into(Context& context, database::Transaction& transaction,
                        const http::Request& request, const Article& article,
                        const attachment::KeptFile& kept, std::vector<int>& going_along)
{
    const auto file = TRY(bring_from(context, transaction, request, article, kept));
    if (!file.is_picture) going_along.push_back(file.number);
    return {};
}

Result<Saved> changed(Context& context, const http::Request& request)
{
    const auto kept = TRY(file_for(context, request, Act::edit));
    auto transaction = TRY(context.begin());
    auto article = TRY(article_for(context, transaction, request, Act::edit));
    article.version = TRY(request.integer("version"));
    http::Form form{request};
    auto place = place_in(request, form);
    auto text = text_in(request, form);
    TRY(first_error_of(form));
    place.theme = TRY(theme_in(transaction, request));
    if (kept) TRY(bring_into(context, transaction, request, article, *kept, text.files));
    TRY(change_article(context, transaction, article, place, std::move(text)));
    TRY(transaction.commit());
    return Saved{.path = path_after(article, kept.has_value()), .brought_file = kept.has_value()};
}

Result<http::Response> post_content(Context& context, const http::Request& request)
{
    const auto saved = changed(context, request);
    if (saved)
        return web::redirect_with(saved->path, told_of(*saved, "newsroom.article.was_changed"));
    if (!web::is_about_form(saved.error())) return tl::unexpected<Error>(saved.error());
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, Act::edit, http::Form(request),
                     web::fault_of(context, saved.error()), ticked_in(request));
}

Result<std::string> corrected(Context& context, const http::Request& request)
{
    const auto kept = TRY(file_for(context, request, Act::correct));
    // Readers would see the new text without it.
    if (kept && attachment::is_redrawn(kept->kind))
        return failure(Failure::invalid, "newsroom.file.insert_first", "file");
    auto transaction = TRY(context.begin());
    auto article = TRY(article_for(context, transaction, request, Act::correct));
    article.version = TRY(request.integer("version"));
    http::Form form{request};
    auto text = text_in(request, form);
    auto note = form.take(request.paragraphs("note", limits::note_length_max));
    TRY(first_error_of(form));
    if (kept) TRY(bring_into(context, transaction, request, article, *kept, text.files));
    TRY(correct_article(context, transaction, article, std::move(text), std::move(note)));
    TRY(transaction.commit());
    return article_path(article.code);
}

Result<http::Response> post_correction(Context& context, const http::Request& request)
{
    const auto path = corrected(context, request);
    if (path) return web::redirect_with(*path, "newsroom.article.was_corrected");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, Act::correct, http::Form(request),
                     web::fault_of(context, path.error()), ticked_in(request));
}

/// A file for a correction that is being written: nothing of its text is saved before readers see
/// it.
Result<std::vector<int>> brought(Context& context, const http::Request& request)
{
    const auto kept = TRY(file_for(context, request, Act::correct));
    if (!kept) return failure(Failure::invalid, "http.file.missing", "file");
    auto transaction = TRY(context.begin());
    const auto article = TRY(article_for(context, transaction, request, Act::correct));
    auto ticked = ticked_in(request);
    TRY(bring_into(context, transaction, request, article, *kept, ticked));
    TRY(transaction.commit());
    return ticked;
}

Result<http::Response> post_file(Context& context, const http::Request& request)
{
    auto ticked = brought(context, request);
    if (!ticked && !web::is_about_form(ticked.error()))
        return tl::unexpected<Error>(ticked.error());
    std::optional<Error> error;
    if (!ticked) error = ticked.error();
    auto transaction = TRY(context.read());
    return edit_with(context, transaction, request, Act::correct, http::Form(request),
                     web::fault_of(context, error), ticked ? *ticked : ticked_in(request));
}

}  // namespace

void add_article_forms(Module& module)
{
    const auto writers = http::Access::holder_of(write_articles.key);
    const auto publishers = http::Access::holder_of(publish_articles.key);
    constexpr int upload_seconds = 300;
    constexpr RouteOptions long_form{.limits = {.body_bytes = 1024L * 1024,
                                                .upload_bytes = limits::file_bytes_max,
                                                .seconds = upload_seconds}};
    module.get("/toa-soan/moi", writers, show_new);
    module.post("/toa-soan", writers, post_new, long_form);
    module.get("/toa-soan/{article}/sua", writers, show_edit);
    module.post("/toa-soan/{article}/noi-dung", writers, post_content, long_form);
    module.get("/toa-soan/{article}/dinh-chinh", publishers, show_correction);
    module.post("/toa-soan/{article}/dinh-chinh", publishers, post_correction, long_form);
    module.post("/toa-soan/{article}/tep", publishers, post_file, long_form);
}

}  // namespace caicach::newsroom
