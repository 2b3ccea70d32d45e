#pragma once
#include <string>
#include <vector>

#include "channel/broadcast/airing_store.hpp"
#include "manifest/context.hpp"

/// Which times there are for an agency to play something.
namespace caicach::channel
{

/// A time at which an agency is to play a programme.
struct AirTime {
    organisation::AgencyId agency{};
    ScriptId script{};
    std::string script_code{};
    std::string title{};
    attachment::AttachmentId file{};
    std::int64_t seconds{};
    Date day{};
    int minute{};
};

/// In order, each once, however many airings say it; only of programmes that may be aired.
[[nodiscard]] Result<std::vector<AirTime>> air_times(const Context& context,
                                                     database::Transaction& transaction,
                                                     organisation::AgencyId agency, Date from,
                                                     Date to);

/// Airings that concern the agency today or later and were not ended, as they were made.
[[nodiscard]] Result<std::vector<PlannedAiring>> airings_for(const Context& context,
                                                             database::Transaction& transaction,
                                                             organisation::AgencyId agency);

/// At which it plays what names no hours: its own, else those of data/reference.
[[nodiscard]] Result<std::vector<int>> own_hours(database::Transaction& transaction,
                                                 organisation::AgencyId agency, Date day);

}  // namespace caicach::channel
