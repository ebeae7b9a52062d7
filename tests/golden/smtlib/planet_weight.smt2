(set-logic ALL)
; p : planets
(declare-const v_p Int)
; m : mass[kg]
(declare-const v_m Real)
(declare-const k_m Int)
(define-fun t2 () Real (ite (= v_p 0) (/ 37.0 10.0) (ite (= v_p 1) (/ 887.0 100.0) (ite (= v_p 2) (/ 371.0 100.0) (/ 2479.0 100.0)))))
(define-fun t3 () Real (* v_m t2))
(define-fun v_weight () Real t3)
(assert (! (<= 0 v_p 3) :named d_p))
(assert (! (and (= v_m (+ 1.0 (* (/ 1.0 2.0) (to_real k_m)))) (<= 0 k_m 38)) :named d_m))
