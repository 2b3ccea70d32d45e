#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "report/filling/filled.hpp"
#include "report/ids.hpp"

/// What a page shows of figures that moved behind a sending.
namespace caicach::report
{

/// A number that would not be what was sent, were it worked out now.
struct MovedNumber {
    std::string text{};
    std::string sent{};
    std::string now{};
};
/// A fact that came behind the sending, or counts no more.
struct ShownLateFact {
    std::string title{};
    std::string path{};
    std::string day{};
    std::string quantity{};  ///< "3 tin, bài"
    std::string what{};      ///< "Đến sau", "Không còn được tính"
    std::string numbers{};   ///< the indicators that it is of
};
struct LatePart {
    std::int64_t facts{};
    std::vector<ShownLateFact> shown{};
    std::vector<MovedNumber> moved{};
    std::string what_to_do{};

    [[nodiscard]] bool is_empty() const { return facts == 0 && moved.empty(); }
};
/// Of a report that stands sent; of any other nothing, for its numbers are always fresh.
[[nodiscard]] Result<LatePart> late_part_of(Context& context, database::Transaction& transaction,
                                            const Filled& filled);
/// What a submission took in.
[[nodiscard]] Result<LatePart> settled_part_of(database::Transaction& transaction, ReportId report,
                                               SubmissionId submission,
                                               const Definition& definition);

}  // namespace caicach::report
