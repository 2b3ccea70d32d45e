#include <array>

#include "report/design/field_spec.hpp"

/// The fields of each piece of a form, in words for people.
namespace caicach::report
{
namespace
{

constexpr std::array yes_no_source{Word{"typed", "Cơ quan nhập"}, Word{"computed", "Hệ thống tính"},
                                   Word{"both", "Hệ thống tính, cơ quan sửa được"}};
constexpr std::array spans{Word{"period", "Của kỳ"}, Word{"year_to_date", "Lũy kế từ đầu năm"}};
constexpr std::array addings{Word{"sum", "Cộng các cơ quan"},
                             Word{"ratio", "Tỷ lệ: cộng tử số, cộng mẫu số"},
                             Word{"weighted_mean", "Bình quân gia quyền"},
                             Word{"maximum", "Số lớn nhất"},
                             Word{"count_of_yes", "Đếm số cơ quan có"},
                             Word{"none", "Không cộng"}};
constexpr std::array row_words{Word{"free", "Cơ quan tự thêm dòng"}, Word{"fixed", "Dòng định sẵn"},
                               Word{"told", "Lấy sẵn từ hệ thống, sửa được"}};
constexpr std::array drawn_words_shown{Word{"done", "Việc đã làm"}, Word{"late", "Việc chậm"},
                                       Word{"obstacle", "Vướng mắc"}, Word{"next", "Việc kỳ tới"}};
constexpr std::array comparisons{Word{"equal", "bằng"}, Word{"not_more", "không nhiều hơn"},
                                 Word{"not_less", "không ít hơn"}};
constexpr std::array weights{Word{"stops", "Sai thì chưa gửi được"}, Word{"warns", "Chỉ nhắc"}};
constexpr std::array lengths{Word{"week", "Hằng tuần"}, Word{"month", "Hằng tháng"},
                             Word{"quarter", "Hằng quý"}, Word{"half", "6 tháng"},
                             Word{"year", "Hằng năm"}};
constexpr std::array limit_choices{Word{"before", "Trước ngày nêu"},
                                   Word{"by", "Chậm nhất ngày nêu"}};
constexpr std::array days_off{Word{"stays", "Giữ nguyên"},
                              Word{"moves", "Chuyển sang ngày làm việc tiếp theo"}};
constexpr std::array collectors{Word{"owner", "Cơ quan chủ quản"},
                                Word{"parent", "Cơ quan cấp trên của nơi báo cáo"}};
constexpr std::array levels{Word{"1", "I."}, Word{"2", "1."}, Word{"3", "a)"}};

constexpr auto long_text = FieldKind::long_text;
constexpr auto lines = FieldKind::lines;
constexpr auto number = FieldKind::number;
constexpr auto flag = FieldKind::flag;
constexpr auto choice = FieldKind::choice;

constexpr std::array general{
    FieldSpec{.path = "title", .label = "Tên báo cáo", .is_required = true},
    FieldSpec{.path = "note", .label = "Báo cáo dùng để làm gì", .kind = long_text},
    FieldSpec{.path = "reporters",
              .label = "Cơ quan báo cáo",
              .kind = FieldKind::many,
              .hint = "Nhóm cơ quan, hoặc từng cơ quan.",
              .known = Known::reporters,
              .is_required = true},
    FieldSpec{.path = "collector",
              .label = "Gửi đến",
              .kind = choice,
              .words = collectors,
              .otherwise = "owner"},
    FieldSpec{.path = "owner_reports",
              .label = "Cơ quan chủ quản tổng hợp rồi báo cáo lên cấp trên",
              .kind = flag},
    FieldSpec{.path = "secrecy_notice",
              .label = "Nhắc về bí mật nhà nước",
              .kind = long_text,
              .hint = "Đứng trên cùng khi nhập. Nội dung có dấu chỉ độ mật luôn bị từ chối."},
    FieldSpec{.path = "legal_basis", .label = "Căn cứ pháp lý"},
    FieldSpec{.path = "duty",
              .label = "Nhiệm vụ của kế hoạch",
              .hint = "Ví dụ: 18/KH-UBND IV.2. Gửi báo cáo thì nhiệm vụ này được tính là làm."},
    FieldSpec{.path = "citations",
              .label = "Căn cứ ghi trong văn bản",
              .kind = lines,
              .hint = "Mỗi dòng một căn cứ."},
    FieldSpec{.path = "kind", .label = "Tên loại văn bản", .otherwise = "Báo cáo"},
    FieldSpec{.path = "document_kind", .label = "Ký hiệu loại văn bản", .otherwise = "BC"}};

constexpr std::string_view due_day_hint =
    "Ngày trong tháng, hoặc trong tuần (1 là thứ hai). Để trống: ngày cuối của kỳ.";
constexpr std::string_view months_hint =
    "0: tháng cuối của kỳ; 1: tháng sau; -2: hai tháng trước đó.";
constexpr std::string_view named_hint = "Dạng 30/11. Ghi thì thay cho ngày trong tháng.";

constexpr std::array course{
    FieldSpec{.path = "is_ad_hoc",
              .label = "Báo cáo đột xuất: mở khi có yêu cầu, không theo kỳ",
              .kind = flag},
    FieldSpec{.path = "period.length",
              .label = "Kỳ báo cáo",
              .kind = choice,
              .words = lengths,
              .otherwise = "quarter"},
    FieldSpec{.path = "period.cut_off",
              .label = "Mốc chốt số liệu",
              .kind = FieldKind::known,
              .hint = "Để trống: kỳ theo lịch.",
              .known = Known::cut_offs},
    FieldSpec{.path = "period.titles",
              .label = "Tên riêng của các kỳ trong năm",
              .kind = lines,
              .hint =
                  "Mỗi dòng một kỳ, đủ mọi kỳ của năm: quý I, 6 tháng đầu năm, 9 tháng, năm. Để "
                  "trống: theo lịch."},
    FieldSpec{.path = "data_until",
              .label = "Số liệu lấy đến hết ngày",
              .kind = FieldKind::day,
              .hint = "Dạng 20/11, khi chốt trước lúc kỳ kết thúc. Để trống: hết kỳ."},
    FieldSpec{.path = "due.day",
              .label = "Hạn gửi: ngày",
              .kind = number,
              .hint = due_day_hint,
              .otherwise = "0"},
    FieldSpec{.path = "due.months_after",
              .label = "Hạn gửi: tháng",
              .kind = number,
              .hint = months_hint,
              .otherwise = "0"},
    FieldSpec{.path = "due.named",
              .label = "Hạn gửi: ngày của năm",
              .kind = FieldKind::day,
              .hint = named_hint},
    FieldSpec{.path = "due.limit",
              .label = "Hạn gửi hiểu là",
              .kind = choice,
              .words = limit_choices,
              .otherwise = "before"},
    FieldSpec{.path = "due.on_day_off",
              .label = "Hạn gửi rơi vào ngày nghỉ",
              .kind = choice,
              .words = days_off,
              .otherwise = "stays"},
    FieldSpec{.path = "owner_due.day",
              .label = "Hạn của cơ quan chủ quản: ngày",
              .kind = number,
              .hint = due_day_hint,
              .otherwise = "0"},
    FieldSpec{.path = "owner_due.months_after",
              .label = "Hạn của cơ quan chủ quản: tháng",
              .kind = number,
              .hint = months_hint,
              .otherwise = "0"},
    FieldSpec{.path = "owner_due.named",
              .label = "Hạn của cơ quan chủ quản: ngày của năm",
              .kind = FieldKind::day,
              .hint = named_hint},
    FieldSpec{.path = "owner_due.limit",
              .label = "Hạn của cơ quan chủ quản hiểu là",
              .kind = choice,
              .words = limit_choices,
              .otherwise = "before"},
    FieldSpec{.path = "owner_due.on_day_off",
              .label = "Hạn của cơ quan chủ quản rơi vào ngày nghỉ",
              .kind = choice,
              .words = days_off,
              .otherwise = "stays"},
    FieldSpec{.path = "lock.working_days_after_due",
              .label = "Khóa sau hạn gửi",
              .kind = number,
              .hint = "Số ngày làm việc. Sau ngày khóa chỉ còn điều chỉnh có lý do.",
              .otherwise = "0"},
    FieldSpec{.path = "lock.never", .label = "Không khóa", .kind = flag}};

constexpr std::array flow{
    FieldSpec{.path = "flow.needs_head", .label = "Chỉ lãnh đạo cơ quan được gửi", .kind = flag},
    FieldSpec{
        .path = "flow.needs_check", .label = "Nơi nhận kiểm tra", .kind = flag, .otherwise = "1"},
    FieldSpec{.path = "flow.needs_approval",
              .label = "Nơi nhận phê duyệt",
              .kind = flag,
              .otherwise = "1"},
    FieldSpec{.path = "flow.needs_second_person",
              .label = "Người kiểm tra, phê duyệt phải khác người gửi",
              .kind = flag}};

constexpr std::array section{
    FieldSpec{.path = "title", .label = "Tên phần", .is_required = true},
    FieldSpec{
        .path = "level", .label = "Đánh số", .kind = number, .words = levels, .otherwise = "1"}};

constexpr std::array indicator{
    FieldSpec{.path = "text", .label = "Tên chỉ tiêu", .is_required = true},
    FieldSpec{.path = "unit", .label = "Đơn vị tính"},
    FieldSpec{.path = "definition",
              .label = "Đếm những gì",
              .kind = long_text,
              .hint = "Đếm cái gì, cách đếm, cái gì không tính. Người nhập đọc được khi bấm tên "
                      "chỉ tiêu."},
    FieldSpec{.path = "source",
              .label = "Lấy từ đâu",
              .kind = choice,
              .words = yes_no_source,
              .otherwise = "typed"},
    FieldSpec{.path = "figure",
              .label = "Số liệu nguồn",
              .kind = FieldKind::known,
              .hint = "Chỉ khi hệ thống tính.",
              .known = Known::figures},
    FieldSpec{.path = "denominator_figure",
              .label = "Số liệu nguồn của mẫu số",
              .kind = FieldKind::known,
              .hint = "Chỉ khi là tỷ lệ do hệ thống tính từ hai số.",
              .known = Known::figures},
    FieldSpec{.path = "span",
              .label = "Tính của khoảng nào",
              .kind = choice,
              .words = spans,
              .otherwise = "period"},
    FieldSpec{.path = "adding",
              .label = "Cộng lên cấp trên",
              .kind = choice,
              .words = addings,
              .otherwise = "sum"},
    FieldSpec{.path = "weight",
              .label = "Quyền số",
              .kind = FieldKind::known,
              .hint = "Chỉ khi là bình quân gia quyền: chỉ tiêu dùng làm quyền số.",
              .known = Known::indicators},
    FieldSpec{.path = "decimals",
              .label = "Số chữ số thập phân",
              .kind = number,
              .hint = "Từ 0 đến 4.",
              .otherwise = "0"},
    FieldSpec{.path = "is_required", .label = "Bắt buộc có số mới gửi được", .kind = flag},
    FieldSpec{
        .path = "area", .label = "Mã lĩnh vực", .hint = "Để trống khi không thuộc một lĩnh vực."}};

constexpr std::array table{
    FieldSpec{.path = "text", .label = "Tên bảng", .is_required = true},
    FieldSpec{.path = "rows_of",
              .label = "Các dòng",
              .kind = choice,
              .words = row_words,
              .otherwise = "free"},
    FieldSpec{.path = "fixed_rows",
              .label = "Dòng định sẵn",
              .kind = lines,
              .hint = "Mỗi dòng một tên, chỉ khi các dòng định sẵn."},
    FieldSpec{.path = "told_table",
              .label = "Danh sách của hệ thống",
              .kind = FieldKind::known,
              .hint =
                  "Chỉ khi lấy sẵn từ hệ thống. Cột có mã trùng với cột của danh sách được điền "
                  "sẵn.",
              .known = Known::told_tables},
    FieldSpec{.path = "is_annex", .label = "Đứng ở phụ lục của văn bản", .kind = flag},
    FieldSpec{.path = "is_landscape", .label = "Trang ngang", .kind = flag}};

constexpr std::array column{
    FieldSpec{.path = "text", .label = "Tên cột"},
    FieldSpec{.path = "key", .label = "Mã cột"},
    FieldSpec{.path = "is_number", .label = "Là số", .kind = flag},
    FieldSpec{.path = "decimals", .label = "Thập phân", .kind = number, .otherwise = "0"},
    FieldSpec{.path = "width", .label = "Rộng", .kind = number, .otherwise = "1"},
    FieldSpec{.path = "adding",
              .label = "Cộng lên cấp trên",
              .kind = choice,
              .words = addings,
              .otherwise = "none"}};

constexpr std::array narrative{
    FieldSpec{.path = "text", .label = "Tên phần lời văn", .is_required = true},
    FieldSpec{.path = "drawn_of",
              .label = "Bản thảo dựng sẵn từ",
              .kind = FieldKind::choices,
              .words = drawn_words_shown},
    FieldSpec{.path = "area",
              .label = "Mã lĩnh vực",
              .hint = "Chỉ dựng sẵn việc của lĩnh vực này. Để trống: mọi lĩnh vực."},
    FieldSpec{.path = "length_max",
              .label = "Tối đa bao nhiêu ký tự",
              .kind = number,
              .otherwise = "20000"},
    FieldSpec{.path = "is_required", .label = "Bắt buộc", .kind = flag},
    FieldSpec{
        .path = "is_collected", .label = "Cấp trên tập hợp lời văn của các cơ quan", .kind = flag}};

constexpr std::array check{
    FieldSpec{.path = "left",
              .label = "Vế trái",
              .hint = "Mã chỉ tiêu, số, dấu + - và một số nhân (*) với một chỉ tiêu.",
              .is_required = true},
    FieldSpec{.path = "comparison",
              .label = "Phải",
              .kind = choice,
              .words = comparisons,
              .otherwise = "equal"},
    FieldSpec{.path = "right", .label = "Vế phải", .is_required = true},
    FieldSpec{.path = "weight",
              .label = "Khi sai",
              .kind = choice,
              .words = weights,
              .otherwise = "stops"},
    FieldSpec{.path = "text",
              .label = "Câu nhắc người nhập",
              .hint = "Sai gì và phải làm gì.",
              .is_required = true}};

}  // namespace

std::span<const FieldSpec> specs_of(Piece piece)
{
    switch (piece) {
        case Piece::general:
            return general;
        case Piece::course:
            return course;
        case Piece::flow:
            return flow;
        case Piece::section:
            return section;
        case Piece::indicator:
            return indicator;
        case Piece::table:
            return table;
        case Piece::narrative:
            return narrative;
        case Piece::check:
            break;
    }
    return check;
}

std::span<const FieldSpec> column_specs() { return column; }

}  // namespace caicach::report
