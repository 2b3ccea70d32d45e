#include "organisation/contact_handlers.hpp"

#include "organisation/agency_handlers.hpp"
#include "organisation/contact.hpp"
#include "organisation/limits.hpp"
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

Result<void> contact_added(Context& context, const http::Request& request, std::string_view slug)
{
    auto transaction = TRY(context.begin());
    const AgencyId agency = TRY(managed_agency(context, transaction, slug));
    NewContact contact{.from = context.today()};
    contact.kind = TRY(request.text("kind", limits::name_length_max));
    contact.label = TRY(request.maybe_text("label", limits::name_length_max)).value_or("");
    contact.value = TRY(request.text("value", limits::contact_length_max));
    TRY(add_contact(context, transaction, agency, contact));
    return transaction.commit();
}

}  // namespace

Result<http::Response> post_contact(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    const auto added = contact_added(context, request, slug);
    if (added) return web::redirect_with(agency_path(slug), "organisation.contact.added");
    if (added.error().kind != Failure::invalid) return tl::unexpected<Error>(added.error());
    return show_agency_with(context, slug,
                            {.contact = {.kind = std::string(request.raw("kind")),
                                         .label = std::string(request.raw("label")),
                                         .value = std::string(request.raw("value")),
                                         .error = added.error()}});
}

Result<http::Response> post_contact_ending(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    const auto contact = TRY(request.id<ContactId>("contact"));
    auto transaction = TRY(context.begin());
    const AgencyId agency = TRY(managed_agency(context, transaction, slug));
    TRY(end_contact(context, transaction, agency, contact));
    TRY(transaction.commit());
    return web::redirect_with(agency_path(slug), "organisation.contact.ended");
}

}  // namespace caicach::organisation
