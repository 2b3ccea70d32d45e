#include <utility>

#include "organisation/reorganisation.hpp"
#include "organisation/sql.hpp"

/// Reading what was decided.
namespace caicach::organisation
{
namespace
{

struct PassageRow {
    ReorganisationId decision{};
    std::string kind{};
    Date day{};
    std::string document{};
    AgencyId from{};
    std::optional<AgencyId> to{};
    int share{};
};

PassageRow passage_row(const database::Row& row)
{
    return {.decision = row.id<ReorganisationId>("id"),
            .kind = row.string("kind"),
            .day = row.date("day"),
            .document = row.string("document"),
            .from = row.id<AgencyId>("from_id"),
            .to = row.maybe_id<AgencyId>("to_id"),
            .share = static_cast<int>(row.integer("share"))};
}

}  // namespace

Result<std::vector<RecordedReorganisation>> reorganisations(database::Transaction& transaction,
                                                            AgencyId agency)
{
    const auto rows = TRY(transaction.all(sql::reorganisations, passage_row, agency));
    std::vector<RecordedReorganisation> decisions;
    for (const auto& row : rows) {
        if (decisions.empty() || decisions.back().id != row.decision) {
            const auto kind = reorganisation_kind(row.kind);
            VERIFY(kind);
            decisions.push_back({.id = row.decision,
                                 .kind = *kind,
                                 .day = row.day,
                                 .document = row.document,
                                 .passages = {}});
        }
        RecordedPassage passage{.share = row.share};
        passage.from = TRY(agency_by_id(transaction, row.from, row.day.plus_days(-1)));
        if (row.to) passage.to = TRY(agency_by_id(transaction, *row.to, row.day));
        decisions.back().passages.push_back(std::move(passage));
    }
    return decisions;
}

Result<Succession> succession(database::Transaction& transaction)
{
    const auto passage_from = [](const database::Row& row) {
        return Passage{.from = row.id<AgencyId>("from_id"),
                       .to = row.id<AgencyId>("to_id"),
                       .share = static_cast<int>(row.integer("share")),
                       .day = row.date("day")};
    };
    auto passages = TRY(transaction.all(sql::passages, passage_from));
    return Succession(std::move(passages));
}

}  // namespace caicach::organisation
