#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What differs between two texts, word by word, as people read it: what went, then what came.
namespace caicach::newsroom
{

enum class Change : unsigned char { kept, removed, added };

struct ChangedPart {
    Change change{};
    std::string text{};

    friend bool operator==(const ChangedPart&, const ChangedPart&) = default;
};

/// The kept and added parts together are the new text, the kept and removed ones the old. By words;
/// where too many differ, by paragraphs; where even of these, as a whole.
[[nodiscard]] std::vector<ChangedPart> changes_between(std::string_view before,
                                                       std::string_view after);

/// How many words such parts hold.
[[nodiscard]] int words_in(const std::vector<ChangedPart>& parts, Change change);

}  // namespace caicach::newsroom
