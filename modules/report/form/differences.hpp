#pragma once
#include <string>
#include <vector>

#include "report/form/definition.hpp"

namespace caicach::report
{

/// One thing in which two versions of a form differ, in words for people.
struct FormDifference {
    enum class Kind { added, removed, changed };
    Kind kind{Kind::changed};
    std::string what{};   ///< "Chỉ tiêu “Tin, bài”", "Hạn gửi"
    std::string field{};  ///< "Đơn vị tính"; empty for what is new or gone as a whole
    std::string before{};
    std::string after{};
    /// What was told by it goes on: the key is the same and means the same kind of thing.
    bool goes_on{true};
};

/// What is new, gone, moved or reworded, in the order of the later form; parts are the same by
/// their keys. Nothing where they say the same.
[[nodiscard]] std::vector<FormDifference> differences(const Definition& before,
                                                      const Definition& after);

}  // namespace caicach::report
