#pragma once
#include <string>
#include <vector>

#include "evidence/fact.hpp"
#include "http/response.hpp"

/// Part of the module's door (api.hpp includes it): facts with their proof in one file, to be
/// handed over.
namespace caicach::evidence
{

/// Facts in one pack.
inline constexpr std::size_t pack_facts_max = 1000;

/// Which facts, and under what name.
struct PackContent {
    std::string subject{};            ///< "quý I năm 2026": what follows "Danh mục minh chứng"
    std::string name{};               ///< of the file: "Minh chứng II.1"
    organisation::AgencyId agency{};  ///< who hands it over: its head stands on the index
    std::vector<RecordedFact> facts{};
    bool names_agencies{};  ///< they are of several: the index says whose each is
};

/// Answers with a ZIP of the files ("tep/001 Bài báo.pdf"), an index in Word ("muc-luc.docx") and
/// manifest.json with the SHA-256 of each. A file that a scanner blocked stays out, and the
/// manifest says so. It is written to the disk and sent from there: memory does not grow with it.
/// too_large "evidence.pack.too_many", "….too_large".
[[nodiscard]] Result<http::Response> pack(Context& context, database::Transaction& transaction,
                                          const PackContent& content);

/// What routes of packs need: gathering many files takes its time.
inline constexpr int pack_seconds = 300;

}  // namespace caicach::evidence
