#pragma once
#include <string>
#include <string_view>

#include "report/form/definition.hpp"
#include "report/form/form_store.hpp"

/// What a form says, in words for those who fill it.
namespace caicach::report
{

[[nodiscard]] std::string_view text_of(VersionState state);       ///< "Đang dùng"
[[nodiscard]] std::string_view text_of(calendar::Length length);  ///< "Hằng quý"
[[nodiscard]] std::string_view text_of(Adding adding);            ///< "Cộng các cơ quan"
[[nodiscard]] std::string_view text_of(Comparison comparison);    ///< "không nhiều hơn"
/// "Hệ thống tính, cơ quan sửa được; lũy kế từ đầu năm"
[[nodiscard]] std::string origin_of(const Indicator& indicator);
/// "Dòng lấy sẵn từ hệ thống, sửa được"
[[nodiscard]] std::string rows_text(const FormTable& table);
/// "Bản thảo dựng sẵn từ việc đã làm, việc chậm": empty where nothing is drawn.
[[nodiscard]] std::string drawn_text(const Narrative& narrative);
/// "Hằng quý, kỳ bắt đầu từ ngày 15 của tháng trước"
[[nodiscard]] std::string period_text(const calendar::Scheme& scheme);
/// "Chậm nhất ngày 17 tháng cuối kỳ; gặp ngày nghỉ thì chuyển sang ngày làm việc tiếp theo"
[[nodiscard]] std::string due_text(const DueDay& due);
/// "Sau hạn gửi 10 ngày làm việc"
[[nodiscard]] std::string lock_text(const LockRule& lock);
/// "Cán bộ lập và gửi; nơi nhận kiểm tra, phê duyệt"
[[nodiscard]] std::string flow_text(const FlowRule& flow);

/// "I.", "1.", "a)": the number of each section among those of its level.
[[nodiscard]] std::vector<std::string> section_numbers(const Definition& definition);

}  // namespace caicach::report
