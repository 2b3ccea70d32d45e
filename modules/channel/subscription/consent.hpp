#pragma once
#include <string>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

/// What who subscribes agrees to. Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: for one purpose, said
/// by the person, provable.
namespace caicach::channel
{

struct ConsentWording {
    int number{};
    std::string text{};
};

[[nodiscard]] text::ReferenceFile consents_table();
/// The newest that holds on the day. internal where none does: a check lets no such table in.
[[nodiscard]] Result<ConsentWording> consent_on(Date day);

}  // namespace caicach::channel
