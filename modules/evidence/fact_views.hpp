#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/fact_form_views.hpp"
#include "evidence/fact_history.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{

/// One fact: what it says, what proves it, what it counts for and what became of it.
struct FactPage {
    RecordedFact fact{};
    std::string agency{};
    std::string file_name{};
    std::string file_path{};
    std::string capture{};  ///< when our own page was kept, in words; empty: it was not
    std::string capture_path{};
    std::string capture_sha256{};
    std::string photo{};                                  ///< what the camera noted, in words
    std::vector<organisation::AgencySummary> subjects{};  ///< whom it is about
    std::string manner{};                                 ///< "Đột xuất"; empty: not said
    bool is_seen_as_subject{};  ///< by an agency that it is about: of what became of it, no more
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose subjects from
    std::string import{};           ///< the table and the row that it came with, in words
    std::string stands_now{};       ///< path of the correction that stands for it; empty: none
    std::string refused_because{};  ///< the last verdict's reason, while it stands
    std::vector<FactUse> uses{};
    std::vector<FactUse> not_uses{};
    std::vector<HistoryEntry> history{};
    bool may_review{};
    bool may_answer{};
    bool may_correct{};
    FactFields typed{};
    std::string review_text{};
    std::string answer{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response fact_page(const Context& context, const FactPage& page);

/// What became of the fact, in the colour of its meaning.
void standing_tag(html::Writer& out, Standing standing);
/// "Tin, bài"; "Kết quả thực hiện" where plans count nothing of the kind.
[[nodiscard]] std::string product_label(const RecordedFact& fact);

}  // namespace caicach::evidence
