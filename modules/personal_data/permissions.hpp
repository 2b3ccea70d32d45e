#pragma once
#include "manifest/actor.hpp"

namespace caicach::personal_data
{

/// To write down what people ask on paper, and to see what became of it.
inline constexpr Permission receive_requests{"personal_data.receive",
                                             "Tiếp nhận yêu cầu về dữ liệu cá nhân",
                                             {"administrator", "one_stop_officer"}};
/// To answer, and to do what was asked: the person appointed for personal data.
inline constexpr Permission answer_requests{
    "personal_data.answer", "Giải quyết yêu cầu về dữ liệu cá nhân", {"administrator"}};

}  // namespace caicach::personal_data
