#include "evidence/fact_list_handlers.hpp"

#include <utility>

#include "evidence/fact_list_views.hpp"
#include "evidence/fact_request.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/limits.hpp"
#include "evidence/list_request.hpp"
#include "evidence/paths.hpp"
#include "evidence/permissions.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::evidence
{
namespace
{

std::optional<Standing> standing_in(std::string_view name)
{
    for (const auto standing : {Standing::counts, Standing::refused, Standing::taken_back})
        if (name == name_of(standing)) return standing;
    return {};
}

std::string days_text(const ListQuery& query)
{
    std::string text;
    if (query.from) text += "&tu=" + query.from->iso();
    if (query.to) text += "&den=" + query.to->iso();
    return text;
}

/// The address of the next page: what is asked for, and where it goes on.
std::string next_path_of(const FactListPage& page)
{
    std::string path = facts_path() + "?co-quan=" + page.agency.slug;
    if (!page.query.product.empty()) path += "&loai=" + page.query.product;
    if (page.query.standing) path += "&tinh-trang=" + std::string{name_of(*page.query.standing)};
    path += days_text(page.query);
    const auto& last = page.facts.back();
    return path + "&sau=" + text_of({.happened_on = last.happened_on, .id = last.id});
}

Result<http::Response> show_facts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    FactListPage page;
    page.agency = TRY(organisation::agency_asked_by_slug(context, transaction,
                                                         request.query("co-quan").value_or("")));
    if (!may_see_facts(context, page.agency.id))
        TRY(context.require(see_facts, organisation::scope_of(page.agency.id)));
    page.agencies = TRY(agencies_to_see(context, transaction));
    page.may_record = context.actor().agency == organisation::scope_of(page.agency.id) &&
                      context.may(record_facts, context.actor().agency);
    page.from = request.query("tu").value_or("");
    page.to = request.query("den").value_or("");
    auto& query = page.query;
    const auto read = read_days(request, query);
    if (!read) {
        page.error = read.error();
        return fact_list_page(context, page);
    }
    const auto* product = product_of(request.query("loai").value_or(""));
    query.agency = page.agency.id;
    page.pack_path = pack_path() + "?co-quan=" + page.agency.slug + days_text(query);
    query.product = product == nullptr ? "" : product->key;
    query.kind = request.query("nguon").value_or("");
    query.standing = standing_in(request.query("tinh-trang").value_or(""));
    query.before = place_from(request.query("sau").value_or(""));
    query.limit = limits::facts_per_page + 1;
    page.facts = TRY(listed_facts(transaction, query));
    if (page.facts.size() > static_cast<std::size_t>(limits::facts_per_page)) {
        page.facts.pop_back();
        page.next_path = next_path_of(page);
    }
    for (const auto& fact : page.facts) {
        auto about = TRY(subjects_in_words(transaction, fact));
        page.about.push_back(std::move(about));
    }
    return fact_list_page(context, page);
}

Result<http::Response> new_fact_with(Context& context, NewFactPage page)
{
    auto transaction = TRY(context.read());
    const auto own = organisation::agency_of(context.actor().agency);
    const auto agency = TRY(organisation::agency_by_id(transaction, own, context.today()));
    page.agency = agency.name;
    if (page.key.empty()) page.key = once::new_key();
    page.agencies = TRY(subject_choices(transaction, own, page.typed.subjects, context.today()));
    if (page.typed.happened_on.empty()) page.typed.happened_on = context.today().vietnamese();
    return new_fact_page(context, page);
}

Result<http::Response> show_new_fact(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(record_facts, context.actor().agency));
    return new_fact_with(context, {});
}

/// What the form says, under its key: sent again because the answer was lost, it is the same fact.
once::Sending sending_of(const http::Request& request, organisation::AgencyId agency,
                         std::string key, const TypedFact& typed)
{
    const auto quantity = std::to_string(typed.quantity);
    const auto about = as_text(typed.about.value_or(TypedSubjects{}));
    return {.purpose = "evidence.fact",
            .owner = agency.value,
            .key = std::move(key),
            .content_sha256 = once::content_of(
                {request.raw("product"), typed.title, typed.happened_on.iso(), quantity, typed.link,
                 about, typed.file ? typed.file->original_sha256 : std::string_view{}})};
}

Result<std::string> recorded(Context& context, const http::Request& request)
{
    const auto product = TRY(request.maybe_text("product"));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto typed = TRY(read_fact(context, request));
    const auto agency = organisation::agency_of(context.actor().agency);
    const auto sending = sending_of(request, agency, std::move(key), typed);
    auto transaction = TRY(context.begin());
    const auto record = [&]() -> Result<std::string> {
        const auto id = TRY(type_in(context, transaction, agency, product.value_or(""), typed));
        const auto fact = TRY(fact_by_id(transaction, id));
        return fact.code;
    };
    auto code = TRY(once::run(transaction, sending, context.now(), record));
    TRY(transaction.commit());
    return code;
}

Result<http::Response> post_fact(Context& context, const http::Request& request)
{
    TRY(context.require(record_facts, context.actor().agency));
    const auto code = recorded(context, request);
    if (code) return web::redirect_with(fact_page_path(*code), "evidence.fact.recorded");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(code.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    // What was sent under that key stands: the same form means another result from now on.
    const bool is_taken = error.key == "once.sent_before";
    return new_fact_with(context, {.product = std::string{request.raw("product")},
                                   .typed = typed_in(request),
                                   .key = is_taken ? std::string{} : key,
                                   .error = error});
}

}  // namespace

void add_fact_list(Module& module)
{
    const auto recorders = http::Access::holder_of(record_facts.key);
    constexpr int upload_seconds = 300;
    module.get("/minh-chung", http::Access::signed_in, show_facts);
    module.get("/minh-chung/moi", recorders, show_new_fact);
    module.post("/minh-chung", recorders, post_fact,
                {.limits = {.upload_bytes = limits::file_bytes_max, .seconds = upload_seconds}});
    module.menu(
        {.text = "Minh chứng", .path = "/minh-chung", .order = 16, .permission = &see_facts});
}

}  // namespace caicach::evidence
