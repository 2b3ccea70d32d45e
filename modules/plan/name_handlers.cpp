#include <algorithm>
#include <utility>
#include <variant>

#include "plan/draft_access.hpp"
#include "plan/item_editing.hpp"
#include "plan/item_handlers.hpp"
#include "plan/paths.hpp"
#include "plan/reading.hpp"
#include "web/components/frame.hpp"

namespace caicach::plan
{
namespace
{

Result<NamePage> load_name(const Context& context, database::Transaction& transaction,
                           const Edition& edition, std::string name)
{
    NamePage page{.edition = edition, .name = std::move(name)};
    const auto day = edition.day();
    auto items = ItemStore{transaction};
    const auto all = TRY(items.all_of(edition.id));
    const auto unknown = unknown_names(all);
    const auto found = std::ranges::find(unknown, page.name, &UnknownName::text);
    page.items = found == unknown.end() ? 0 : found->items;
    page.suggestions = TRY(suggestions_for(transaction, page.name, day));
    page.names = TRY(agency_names(transaction, day));
    page.kinds = TRY(organisation::kinds(transaction));
    page.may_manage = organisation::may_manage(context);
    if (page.may_manage) page.parents = TRY(organisation::agencies_on(transaction, day));
    return page;
}

/// Whom the person chose, by official name.
Result<organisation::Target> chosen_target(const http::Request& request, MentionResolver& resolver)
{
    const auto meaning = TRY(request.text("meaning"));
    const auto mention = TRY(resolver.resolve(meaning));
    if (!mention.target) return failure(Failure::invalid, "plan.name.unknown", "meaning");
    return *mention.target;
}

/// By its slug, or by its name as typed.
Result<organisation::AgencyId> parent_in(database::Transaction& transaction,
                                         const std::string& typed, Date day)
{
    const auto parent = organisation::agency_by_slug(transaction, typed, day);
    if (parent) return parent->id;
    const auto meant = TRY(organisation::resolve_name(transaction, typed, day));
    if (const auto* named = std::get_if<organisation::AgencyId>(&meant)) return *named;
    return failure(Failure::invalid, "organisation.parent.unknown", "parent");
}

Result<organisation::AgencyId> created_agency(Context& context, database::Transaction& transaction,
                                              const Edition& edition, const http::Request& request)
{
    TRY(organisation::require_management(context));
    organisation::NewAgency agency;
    agency.name = TRY(request.text("agency_name"));
    agency.kind = TRY(request.text("kind"));
    if (const auto slug = TRY(request.maybe_text("parent"))) {
        agency.parent = TRY(parent_in(transaction, *slug, edition.day()));
    }
    auto created = organisation::create_agency(context, transaction, agency);
    // "name" is the plan's own word for whom is asked; the official one has a field beside it.
    if (!created && created.error().field == "name") created.error().field = "agency_name";
    return created;
}

Result<void> add_alias(Context& context, database::Transaction& transaction,
                       const std::string& name, const organisation::Target& target)
{
    const auto* agency = std::get_if<organisation::AgencyId>(&target);
    TRY(organisation::require_management(context, agency ? *agency : organisation::AgencyId{}));
    return organisation::add_alias(context, transaction, {.text = name, .target = target});
}

/// Whom the name means, after making what the person asked for: another name of an agency, a new
/// agency, or neither.
Result<organisation::Target> meaning_of(Context& context, database::Transaction& transaction,
                                        const Edition& edition, const http::Request& request,
                                        const std::string& name)
{
    const auto how = request.raw("as");
    if (how == "agency") {
        const auto agency = TRY(created_agency(context, transaction, edition, request));
        // The next plan that prints the name means the same agency.
        TRY(add_alias(context, transaction, name, agency));
        return organisation::Target{agency};
    }
    auto resolver = MentionResolver{transaction, edition.day()};
    const auto target = TRY(chosen_target(request, resolver));
    if (how == "alias") TRY(add_alias(context, transaction, name, target));
    return target;
}

Result<Edition> identified(Context& context, const http::Request& request, const std::string& name)
{
    auto transaction = TRY(context.begin());
    auto edition = TRY(draft_of(context, transaction, request, review_plans));
    const auto target = TRY(meaning_of(context, transaction, edition, request, name));
    auto review = Review{context, transaction, edition};
    TRY(review.identify(name, target));
    TRY(transaction.commit());
    return edition;
}

/// What the person can mend on the page; the rest is an error page.
bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid ||
           (error.kind == Failure::conflict && !error.field.empty());
}

}  // namespace

Result<http::Response> show_name(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(draft_of(context, transaction, request, review_plans));
    if (edition.state != EditionState::draft) return http::redirect(draft_path(edition));
    auto name = TRY(request.text("ten"));
    auto page = TRY(load_name(context, transaction, edition, std::move(name)));
    page.form.set("agency_name", page.name);
    return name_page(context, page);
}

Result<http::Response> identify_name(Context& context, const http::Request& request)
{
    const auto name = TRY(request.text("name"));
    http::Form form{request};
    auto edition = identified(context, request, name);
    if (edition) {
        return web::redirect_with(draft_path(*edition, "can-xu-ly"), "plan.flash.identified");
    }
    if (!is_about_form(edition.error())) return tl::unexpected<Error>(edition.error());
    form.add(std::move(edition).error());
    auto transaction = TRY(context.read());
    const auto draft = TRY(draft_of(context, transaction, request, review_plans));
    auto page = TRY(load_name(context, transaction, draft, name));
    page.form = std::move(form);
    return name_page(context, page);
}

}  // namespace caicach::plan
