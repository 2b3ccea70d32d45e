#include "channel/media/placement_store.hpp"

#include <utility>

#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Placement placement_from(const database::Row& row)
{
    Placement placement{.id = row.id<PlacementId>("id"),
                        .code = row.string("code"),
                        .agency = row.id<organisation::AgencyId>("agency_id"),
                        .kind = row.string("kind"),
                        .outlet = row.id<OutletId>("outlet_id"),
                        .outlet_name = row.string("outlet_name"),
                        .happened_on = row.date("happened_on"),
                        .minutes = row.integer("minutes"),
                        .title = row.string("title"),
                        .link = row.string("link"),
                        .article = row.id<newsroom::ArticleId>("article_id"),
                        .file = row.id<attachment::AttachmentId>("attachment_id"),
                        .file_sha256 = row.string("file_sha256"),
                        .reason = row.string("reason"),
                        .fact = row.id<evidence::FactId>("fact_id"),
                        .author = row.id<AccountId>("author_id"),
                        .made_at = row.instant("made_at"),
                        .version = row.integer("version")};
    const auto state = placement_state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    placement.state = *state;
    return placement;
}

}  // namespace

Result<Placement> PlacementStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::placement_by_code, placement_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "channel.placement.not_found");
    return std::move(*found);
}

Result<std::optional<Placement>> PlacementStore::same_as(const Placement& placement)
{
    return m_transaction.maybe_one(sql::placement_by_same_key, placement_from, placement.same_key(),
                                   placement.id);
}

Result<std::optional<Placement>> PlacementStore::of_file(attachment::AttachmentId file)
{
    return m_transaction.maybe_one(sql::placement_of_file, placement_from, file);
}

Result<std::vector<Placement>> PlacementStore::list(const PlacementQuery& query)
{
    return m_transaction.all(sql::placements_of_agency, placement_from, query.agency, query.kind,
                             query.state, query.from, query.to, query.before_day, query.before,
                             query.limit);
}

Result<std::int64_t> PlacementStore::waiting(organisation::AgencyId agency)
{
    return m_transaction.one(
        sql::waiting_placements, [](const database::Row& row) { return row.integer("waiting"); },
        agency);
}

Result<void> PlacementStore::insert(Placement& placement)
{
    placement.id = make_id<PlacementId>();
    placement.code = crypto::make_public_code();
    placement.version = 1;
    return m_transaction.change_one(
        sql::insert_placement, placement.id, placement.code, placement.agency, placement.kind,
        placement.outlet, placement.happened_on, placement.minutes, placement.title, placement.link,
        placement.same_key(), placement.article, placement.file, placement.file_sha256,
        key_of(placement.state), placement.fact, placement.author, placement.made_at);
}

Result<void> PlacementStore::save(const Placement& placement)
{
    return m_transaction.change_one(
        sql::save_placement, placement.id, placement.version, placement.outlet,
        placement.happened_on, placement.minutes, placement.title, placement.link,
        placement.same_key(), placement.article, placement.file, placement.file_sha256,
        key_of(placement.state), placement.reason, placement.fact, placement.author);
}

}  // namespace caicach::channel
