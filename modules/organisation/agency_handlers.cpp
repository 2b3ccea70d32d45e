#include "organisation/agency_handlers.hpp"

#include <utility>

#include "organisation/agency_list.hpp"
#include "organisation/agency_tree.hpp"
#include "organisation/agency_views.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

/// As typed, to fill the form in again.
std::string typed(const http::Request& request, std::string_view field)
{
    return std::string(request.raw(field));
}

Result<Validity> validity_in(const http::Request& request)
{
    const auto from = TRY(request.maybe_date("valid_from"));
    const auto to = TRY(request.maybe_date("valid_to"));
    return Validity{.from = from.value_or(first_day()), .to = to};
}

AgencyForm form_in(const http::Request& request)
{
    return {.name = typed(request, "name"),
            .short_name = typed(request, "short_name"),
            .code = typed(request, "code"),
            .kind = typed(request, "kind"),
            .parent = typed(request, "parent"),
            .valid_from = typed(request, "valid_from"),
            .valid_to = typed(request, "valid_to")};
}

/// By slug, as the list sends it, or as people write it where there are too many for a list.
Result<AgencyId> parent_named(database::Transaction& transaction, const std::string& written,
                              Date today)
{
    if (const auto chosen = agency_by_slug(transaction, written, today)) return chosen->id;
    const auto meant = TRY(resolve_name(transaction, written, today));
    if (const auto* agency = std::get_if<AgencyId>(&meant)) return *agency;
    std::string near;
    for (const auto& match : std::get<Unresolved>(meant).suggestions)
        near += (near.empty() ? "“" : ", “") + match.name + "”";
    if (near.empty()) return failure(Failure::invalid, "organisation.parent.unknown", "parent");
    return failure(Failure::invalid, "organisation.parent.unclear", "parent", {written, near});
}

Result<NewAgency> agency_in(database::Transaction& transaction, const http::Request& request,
                            Date today)
{
    NewAgency agency;
    agency.name = TRY(request.text("name"));
    agency.short_name = TRY(request.maybe_text("short_name")).value_or("");
    agency.code = TRY(request.maybe_text("code")).value_or("");
    agency.kind = TRY(request.text("kind"));
    agency.validity = TRY(validity_in(request));
    if (const auto written = TRY(request.maybe_text("parent")))
        agency.parent = TRY(parent_named(transaction, *written, today));
    return agency;
}

/// Creates and answers the page to go to.
Result<std::string> created_path(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    TRY(context.require(manage_agencies, ScopeId{}));
    const auto agency = TRY(agency_in(transaction, request, context.today()));
    const auto id = TRY(create_agency(context, transaction, agency));
    const auto created = TRY(agency_by_id(transaction, id, agency.validity.from));
    TRY(transaction.commit());
    return agency_path(created.slug);
}

Result<void> alias_added(Context& context, const http::Request& request, std::string_view slug)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_by_slug(transaction, slug, context.today()));
    TRY(context.require(manage_agencies, scope_of(agency.id)));
    const auto text = TRY(request.text("alias"));
    const auto validity = TRY(validity_in(request));
    TRY(add_alias(context, transaction, {.text = text, .target = agency.id, .validity = validity}));
    return transaction.commit();
}

/// What the person can mend in the form; the rest is an error page.
bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid ||
           (error.kind == Failure::conflict && !error.field.empty());
}

Result<http::Response> new_agency_with(Context& context, AgencyForm form)
{
    auto transaction = TRY(context.read());
    NewAgencyPage page{.form = std::move(form)};
    page.kinds = TRY(kinds(transaction));
    page.parents = TRY(agency_choices(transaction, context.today()));
    return new_agency_page(context, page);
}

}  // namespace

Result<http::Response> show_agency(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("agency"));
    return show_agency_with(context, slug, {});
}

Result<http::Response> show_agency_with(Context& context, std::string_view slug, AgencyForms forms)
{
    auto transaction = TRY(context.read());
    AgencyPage page{.forms = std::move(forms), .today = context.today()};
    page.record = TRY(agency_record(transaction, slug, page.today));
    page.units = TRY(units_of(transaction, page.record.summary.id, page.today));
    page.may_manage = context.may(manage_agencies, scope_of(page.record.summary.id));
    return agency_page(context, page);
}

Result<http::Response> show_new_agency(Context& context, const http::Request& request)
{
    TRY(context.require(manage_agencies, ScopeId{}));
    return new_agency_with(context, form_in(request));
}

Result<http::Response> post_agency(Context& context, const http::Request& request)
{
    const auto path = created_path(context, request);
    if (path) return web::redirect_with(*path, "organisation.agency.created");
    if (!is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto form = form_in(request);
    form.error = path.error();
    return new_agency_with(context, std::move(form));
}

Result<http::Response> post_alias(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    const auto added = alias_added(context, request, slug);
    if (added) return web::redirect_with(agency_path(slug), "organisation.alias.added");
    if (!is_about_form(added.error())) return tl::unexpected<Error>(added.error());
    return show_agency_with(context, slug,
                            {.alias = {.alias = typed(request, "alias"),
                                       .valid_from = typed(request, "valid_from"),
                                       .valid_to = typed(request, "valid_to"),
                                       .error = added.error()}});
}

}  // namespace caicach::organisation
