#include "organisation/official_code_handlers.hpp"

#include "organisation/agency_handlers.hpp"
#include "organisation/limits.hpp"
#include "organisation/official_code.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

/// The agency that the form is about, which the actor may manage.
Result<AgencyId> managed_agency(Context& context, database::Transaction& transaction,
                                std::string_view slug)
{
    const auto agency = TRY(agency_by_slug(transaction, slug, context.today()));
    TRY(context.require(manage_agencies, scope_of(agency.id)));
    return agency.id;
}

Result<void> code_added(Context& context, const http::Request& request, std::string_view slug)
{
    auto transaction = TRY(context.begin());
    const AgencyId agency = TRY(managed_agency(context, transaction, slug));
    NewOfficialCode code;
    code.system = request.raw("system");
    code.code = TRY(request.maybe_text("code", limits::name_length_max)).value_or("");
    const auto from = TRY(request.maybe_date("code_from"));
    code.validity.from = from.value_or(context.today());
    code.validity.to = TRY(request.maybe_date("code_to"));
    TRY(add_official_code(context, transaction, agency, code));
    return transaction.commit();
}

}  // namespace

Result<http::Response> post_official_code(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    const auto added = code_added(context, request, slug);
    if (added) return web::redirect_with(agency_path(slug), "organisation.official_code.added");
    const auto& error = added.error();
    const bool is_about_form = error.kind == Failure::invalid || error.kind == Failure::conflict;
    if (!is_about_form || error.field.empty()) return tl::unexpected<Error>(error);
    const auto typed = [&](std::string_view field) { return std::string(request.raw(field)); };
    return show_agency_with(context, slug,
                            {.official_code = {.system = typed("system"),
                                               .code = typed("code"),
                                               .from = typed("code_from"),
                                               .to = typed("code_to"),
                                               .error = error}});
}

Result<http::Response> post_official_code_ending(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    auto transaction = TRY(context.begin());
    const AgencyId agency = TRY(managed_agency(context, transaction, slug));
    const auto code = TRY(request.id<OfficialCodeId>("official_code"));
    TRY(end_official_code(context, transaction, agency, code));
    TRY(transaction.commit());
    return web::redirect_with(agency_path(slug), "organisation.official_code.ended");
}

}  // namespace caicach::organisation
