"""The plan of a year of communication, in the words of the sample province."""

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM

Số: 88/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Sông Lam, ngày 15 tháng 01 năm 2026

# KẾ HOẠCH

## Truyền thông về cải cách hành chính năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Người dân biết nộp hồ sơ ở đâu, hỏi ai; việc nào làm xong thì hệ thống tự ghi nhận.

II. NHIỆM VỤ

1. Đăng tin, bài về cải cách hành chính, ít nhất 01 tin, bài/tháng.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Hàng tháng.

2. Phát hành bản tin số về cải cách hành chính, mỗi tháng ít nhất 01 bản tin.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Hàng tháng.

3. Thực hiện tọa đàm về cải cách hành chính trên truyền hình, 02 cuộc/năm.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Năm 2026.

4. Thiết kế và công bố infographic hướng dẫn thủ tục, ít nhất 01 infographic/quý.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Hàng quý.

5. Phát chương trình về cải cách hành chính trên loa truyền thanh, ít nhất 01 lượt phát/tháng.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Hàng tháng.

6. Chiếu nội dung về cải cách hành chính trên màn hình tại một cửa, ít nhất 01 màn hình/tháng.

* Cơ quan chủ trì: Sở Y tế.

* Thời gian thực hiện: Hàng tháng.

Nơi nhận:

- Các sở, ban, ngành;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH
"""
