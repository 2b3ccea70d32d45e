#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "report/filling/filled.hpp"

/// What was sent, as one text that never changes again: canonical JSON (RFC 8785), so that anybody
/// who has it can hash it and compare. No person stands in it. Pure.
namespace caicach::report
{

inline constexpr std::string_view snapshot_schema = "caicach.report/1";

/// What a filled report does not say of itself.
struct Freezing {
    std::string receipt{};  ///< public code of the submission
    int number{1};          ///< of the report's submissions
    std::string kind{};     ///< "first", "again", "correction"
    std::string reason{};   ///< of a correction
    Instant sent_at{};
    int form_version{};
    std::string form_sha256{};
    std::string agency{};     ///< code
    std::string collector{};  ///< code
    /// The facts behind computed indicators, by their keys.
    std::map<std::string, evidence::FactCodes> facts{};
    struct File {
        std::string name{};
        std::string sha256{};
    };
    std::vector<File> files{};
    /// Of a report that gathers others: theirs, by whose submissions it was made.
    struct Reporter {
        std::string agency{};   ///< code
        std::string receipt{};  ///< empty: nothing was sent
        bool counts{};
    };
    std::vector<Reporter> reporters{};
    struct Previous {
        std::string receipt{};
        std::string sha256{};
    };
    std::optional<Previous> previous{};  ///< the submission before, so that none can be taken out
};

struct Snapshot {
    std::string text{};
    std::string sha256{};
};
/// too_large "report.flow.too_large" where it is beyond limits::snapshot_bytes_max.
[[nodiscard]] Result<Snapshot> freeze(const Filled& filled, const Freezing& as);

}  // namespace caicach::report
