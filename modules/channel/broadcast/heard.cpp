#include "channel/broadcast/heard.hpp"

#include <limits>
#include <utility>

#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

HeardProgramme heard_from(const database::Row& row)
{
    return {.programme = {.script = row.id<ScriptId>("id"),
                          .code = row.string("code"),
                          .title = row.string("title"),
                          .agency = row.id<organisation::AgencyId>("agency_id"),
                          .file = row.id<attachment::AttachmentId>("file_id"),
                          .seconds = row.integer("seconds")},
            .bytes = row.integer("bytes"),
            .heard_at = row.instant("heard_at")};
}

}  // namespace

HeardPlace newest_programme()
{
    return {.heard_at = instant_from_iso("9999-12-31T00:00:00.000000Z"),
            .script = ScriptId{std::numeric_limits<std::int64_t>::max()}};
}

Result<std::vector<HeardProgramme>> HeardStore::list(std::optional<organisation::AgencyId> agency,
                                                     const HeardPlace& behind, int count)
{
    if (agency)
        return m_transaction.all(sql::heard_programmes_of_agency, heard_from, behind.heard_at,
                                 behind.script, count, *agency);
    return m_transaction.all(sql::heard_programmes, heard_from, behind.heard_at, behind.script,
                             count);
}

Result<HeardProgramme> HeardStore::find(std::string_view script_code)
{
    auto found =
        TRY(m_transaction.maybe_one(sql::heard_programme_by_code, heard_from, script_code));
    if (!found) return failure(Failure::not_found, "channel.heard.not_found");
    return std::move(*found);
}

Result<void> HeardStore::was_signed(ScriptId script, bool was_played, Instant at)
{
    if (was_played)
        TRY(m_transaction.change(sql::mark_heard, script, at));
    else
        TRY(m_transaction.change(sql::mark_unheard, script));
    return {};
}

}  // namespace caicach::channel
