#include "audit/trail_query.hpp"

#include <array>
#include <variant>

#include "audit/limits.hpp"
#include "audit/trail_line.hpp"
#include "http/percent.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "text/text.hpp"

namespace caicach::audit
{

namespace
{

constexpr std::array filter_names{"nguoi", "co-quan", "viec", "phien", "dia-chi",
                                  "xem",   "ve",      "tu",   "den"};

/// By the name in an address, which also those agencies have that are gone; else by words.
Result<ScopeId> agency_named(database::Transaction& transaction, const std::string& typed, Date day)
{
    const auto exact = organisation::agency_by_slug(transaction, typed, day);
    if (exact) return organisation::scope_of(exact->id);
    if (exact.error().kind != Failure::not_found) return tl::unexpected<Error>(exact.error());
    const auto matches = TRY(organisation::search_agencies(transaction, typed, day));
    for (const auto& match : matches) {
        const auto* agency = std::get_if<organisation::AgencyId>(&match.target);
        if (agency != nullptr) return organisation::scope_of(*agency);
    }
    return failure(Failure::invalid, "audit.trail.agency_unknown", "co-quan");
}

/// The account whose user name was typed, or the code that stands in its address.
Result<AccountId> person_named(database::Transaction& transaction, const std::string& typed)
{
    const auto named = TRY(identity::account_by_user_name(transaction, text::lower(typed)));
    if (named) return named->id;
    const auto coded = identity::account_by_code(transaction, typed);
    if (coded) return coded->id;
    if (coded.error().kind != Failure::not_found) return tl::unexpected<Error>(coded.error());
    return failure(Failure::invalid, "audit.trail.person_unknown", "xem");
}

/// Only who looked at the data of this person.
Result<void> ask_who_looked(Context& context, database::Transaction& transaction,
                            const std::string& typed, TrailQuery& query)
{
    const auto account = person_named(transaction, typed);
    if (!account && account.error().kind != Failure::invalid)
        return tl::unexpected<Error>(account.error());
    query.filter.object_type = "account";
    query.filter.object_id = query.form.take(account).value;
    query.filter.actions = reading_actions(context.services());
    return {};
}

std::string query_of(const TrailQuery& query)
{
    std::string text;
    for (const std::string_view name : filter_names)
        http::append_to_query(text, name, query.form.value(name));
    return text;
}

}  // namespace

bool TrailQuery::is_filtered() const { return !query_of(*this).empty(); }

Result<TrailQuery> trail_query(Context& context, database::Transaction& transaction,
                               const http::Request& request)
{
    TrailQuery query{.form = http::Form{request}};
    auto& form = query.form;
    auto& filter = query.filter;
    const auto text = [&](std::string_view name) {
        return form.take(request.maybe_text(name, limits::name_length_max)).value_or("");
    };
    filter.person = text("nguoi");
    filter.action = text("viec");
    filter.session = text("phien");
    filter.address = text("dia-chi");
    filter.from = form.take(request.maybe_date("tu"));
    filter.to = form.take(request.maybe_date("den"));
    query.about = form.take(request.maybe_integer("ve", {.lowest = 1})).value_or(0);
    query.before = form.take(request.maybe_integer("truoc", {.lowest = 1})).value_or(0);
    if (const auto typed = text("co-quan"); !typed.empty()) {
        const auto day = filter.to.value_or(context.today());
        const auto agency = agency_named(transaction, typed, day);
        if (!agency && agency.error().kind != Failure::invalid)
            return tl::unexpected<Error>(agency.error());
        filter.agency = form.take(agency);
    }
    if (const auto typed = text("xem"); !typed.empty())
        TRY(ask_who_looked(context, transaction, typed, query));
    if (query.about != 0) TRY(ask_about(transaction, query.about, filter));
    if (query.about != 0 && filter.object_type.empty())
        form.add({Failure::invalid, "audit.trail.line_unknown", "ve"});
    return query;
}

std::string trail_path(std::string_view name, std::string_view value)
{
    return trail_path() + "?" + std::string(name) + "=" + http::percent_encoded(value);
}

std::string trail_path(const TrailQuery& query, std::int64_t before)
{
    const auto text = query_of(query);
    return trail_path() + text + (text.empty() ? "?" : "&") + "truoc=" + std::to_string(before);
}

std::string trail_file_path(const TrailQuery& query)
{
    return trail_path() + "/tep.csv" + query_of(query);
}

}  // namespace caicach::audit
