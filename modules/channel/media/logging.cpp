#include "channel/media/logging.hpp"

#include <utility>

#include "channel/media/limits.hpp"
#include "channel/media/outlet.hpp"
#include "channel/media/paths.hpp"
#include "channel/media/permissions.hpp"
#include "channel/media/placement_link.hpp"
#include "channel/media/placement_store.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"

namespace caicach::channel
{
namespace
{

tl::unexpected<Error> wrong(std::string key, std::string field)
{
    return failure(Failure::invalid, std::move(key), std::move(field));
}

json::Value told(const Placement& placement)
{
    return json::Value::object()
        .set("kind", placement.kind)
        .set("title", placement.title)
        .set("state", key_of(placement.state));
}

/// The ledger says what the log says: nothing while it waits, one fact while it counts.
Result<void> settle(Context& context, database::Transaction& transaction, Placement& placement)
{
    const bool counts = placement.state == PlacementState::counted;
    if (!counts && !placement.fact) return {};
    const auto kind = TRY(placement_kind_by_key(placement.kind, placement.happened_on));
    const auto* product = evidence::product_of(kind.product);
    const auto key = "channel.placed_" + kind.key;
    evidence::Fact fact{.kind = {.key = key, .text = kind.text, .unit = "lần"},
                        .agency = placement.agency,
                        .happened_on = placement.happened_on,
                        .quantity = counts ? 1 : 0,
                        .title = placement.fact_title(),
                        .link = placement.link,
                        .file_sha256 = placement.file_sha256,
                        .source_module = "channel",
                        .source_object = placement.id.value,
                        .file = placement.file};
    if (product != nullptr) {
        fact.kind.unit = product->unit;
        fact.kind.product = product->key;
    }
    if (placement.fact) fact.supersedes = placement.fact;
    placement.fact = TRY(evidence::record(context, transaction, fact));
    return {};
}

Result<Outlet> outlet_named(Context& context, database::Transaction& transaction,
                            const TypedPlacement& typed)
{
    auto known = TRY(OutletStore{transaction}.find_named(typed.outlet));
    if (known) return std::move(*known);
    if (!typed.adds_outlet) return wrong("channel.outlet.unknown", "outlet");
    return add_outlet(context, transaction, typed.outlet);
}

Result<newsroom::ArticleId> article_at(database::Transaction& transaction,
                                       const std::string& address)
{
    if (address.empty()) return newsroom::ArticleId{};
    const auto found = newsroom::published_article(transaction, slug_in_address(address));
    if (found && !found->is_withdrawn) return found->id;
    if (!found && found.error().kind != Failure::not_found)
        return tl::unexpected<Error>(found.error());
    return wrong("channel.placement.article", "article");
}

Result<void> check_typed(const Context& context, const TypedPlacement& typed,
                         const PlacementKind& kind)
{
    if (typed.happened_on > context.today())
        return wrong("channel.placement.in_future", "happened_on");
    if (kind.has_minutes && !typed.minutes) return wrong("channel.placement.minutes", "minutes");
    if (attachment::names_secret(typed.title, context.today()))
        return wrong("channel.placement.secret", "title");
    if (!typed.link.empty()) return check_link(typed.link);
    return {};
}

/// Puts what was typed into the placement. The file is taken in last, when all else is right.
Result<void> take_over(Context& context, database::Transaction& transaction, Placement& placement,
                       const TypedPlacement& typed)
{
    const auto kind = TRY(placement_kind_by_key(placement.kind, typed.happened_on));
    TRY(check_typed(context, typed, kind));
    if (typed.link.empty() && !typed.file && !placement.file)
        return wrong("channel.placement.proof", "link");
    const auto outlet = TRY(outlet_named(context, transaction, typed));
    placement.outlet = outlet.id;
    placement.outlet_name = outlet.name;
    placement.happened_on = typed.happened_on;
    placement.minutes = kind.has_minutes ? typed.minutes.value_or(0) : 0;
    placement.title = typed.title;
    placement.link = typed.link;
    placement.article = TRY(article_at(transaction, typed.article));
    placement.author = context.actor().account;
    placement.state = kind.needs_confirmation ? PlacementState::waiting : PlacementState::counted;
    const auto same = TRY(PlacementStore{transaction}.same_as(placement));
    if (same) {
        const auto agency =
            TRY(organisation::agency_by_id(transaction, same->agency, context.today()));
        return failure(Failure::invalid, "channel.placement.same",
                       placement.link.empty() ? "title" : "link",
                       {agency.name, same->happened_on.vietnamese()});
    }
    return {};
}

Result<void> attach_proof(Context& context, database::Transaction& transaction,
                          Placement& placement, const TypedPlacement& typed)
{
    if (!typed.file) return {};
    // Of an object of its own: corrections bring one each, and none is ever taken away.
    const auto file =
        TRY(attachment::add(context, transaction, *typed.file, make_id<PlacementId>().value));
    placement.file = file.id;
    placement.file_sha256 = file.sha256;
    return {};
}

Result<void> save(Context& context, database::Transaction& transaction, const Placement& before,
                  Placement after, std::string_view action)
{
    TRY(settle(context, transaction, after));
    TRY(PlacementStore{transaction}.save(after));
    return context.record(transaction, action, placement_object, after.id.value,
                          change_detail(told(before), told(after)));
}

}  // namespace

const attachment::AttachmentUse& placement_file_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "channel.placement",
        .kinds = {FileKind::pdf, FileKind::jpeg, FileKind::png, FileKind::webp},
        .bytes_max = media_limits::file_bytes_max};
    return use;
}

bool may_see_placements(const Context& context, organisation::AgencyId agency)
{
    const auto scope = organisation::scope_of(agency);
    return context.may(log_placements, scope) || context.may(confirm_placements, scope);
}

bool may_confirm(const Context& context, const Placement& placement)
{
    return placement.state == PlacementState::waiting &&
           placement.author != context.actor().account &&
           context.may(confirm_placements, organisation::scope_of(placement.agency));
}

Result<Placement> log_placement(Context& context, database::Transaction& transaction,
                                organisation::AgencyId agency, const TypedPlacement& typed)
{
    TRY(context.require(log_placements, organisation::scope_of(agency)));
    Placement placement{.agency = agency, .kind = typed.kind, .made_at = context.now()};
    TRY(take_over(context, transaction, placement, typed));
    TRY(attach_proof(context, transaction, placement, typed));
    // Its number stands in the fact, and its fact's in the row.
    const auto state = std::exchange(placement.state, PlacementState::waiting);
    PlacementStore store{transaction};
    TRY(store.insert(placement));
    TRY(context.record(transaction, "channel.placement.logged", placement_object,
                       placement.id.value, beginning_detail(told(placement))));
    if (state == PlacementState::waiting) return placement;
    placement.state = state;
    TRY(settle(context, transaction, placement));
    TRY(store.save(placement));
    ++placement.version;
    return placement;
}

Result<void> change_placement(Context& context, database::Transaction& transaction,
                              Placement placement, const TypedPlacement& typed)
{
    TRY(context.require(log_placements, organisation::scope_of(placement.agency)));
    if (placement.state == PlacementState::taken_back)
        return failure(Failure::conflict, "channel.placement.gone");
    const auto before = placement;
    TRY(take_over(context, transaction, placement, typed));
    TRY(attach_proof(context, transaction, placement, typed));
    return save(context, transaction, before, std::move(placement), "channel.placement.changed");
}

Result<void> confirm_placement(Context& context, database::Transaction& transaction,
                               Placement placement)
{
    TRY(context.require(confirm_placements, organisation::scope_of(placement.agency)));
    if (placement.state != PlacementState::waiting)
        return failure(Failure::conflict, "channel.placement.not_waiting");
    if (placement.author == context.actor().account)
        return failure(Failure::forbidden, "channel.placement.own");
    const auto before = placement;
    placement.state = PlacementState::counted;
    return save(context, transaction, before, std::move(placement), "channel.placement.confirmed");
}

Result<void> take_back_placement(Context& context, database::Transaction& transaction,
                                 Placement placement, std::string reason)
{
    if (!may_see_placements(context, placement.agency))
        TRY(context.require(log_placements, organisation::scope_of(placement.agency)));
    if (placement.state == PlacementState::taken_back)
        return failure(Failure::conflict, "channel.placement.gone");
    if (reason.empty()) return wrong("channel.placement.reason", "reason");
    const auto before = placement;
    placement.state = PlacementState::taken_back;
    placement.reason = std::move(reason);
    return save(context, transaction, before, std::move(placement), "channel.placement.taken_back");
}

}  // namespace caicach::channel
